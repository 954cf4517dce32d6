package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshException;

/** Opens the one connection that a deployment has to a host. */
@FunctionalInterface
public interface Connector {
    SshConnection connect(Host host) throws SshException, InterruptedException;
}
