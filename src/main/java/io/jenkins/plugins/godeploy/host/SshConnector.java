package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClient;
import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.SshEndpoint;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.time.Duration;

/** Connects to every host of an environment as the same user with the same key. */
public final class SshConnector implements Connector {
    private final SshClient client;
    private final String user;
    private final Host jump;
    private final SshCredential credential;
    private final KnownHosts knownHosts;
    private final Duration timeout;

    /**
     * @param jump host to go through; null for none
     * @param timeout for connecting, verifying the host key and authenticating
     */
    public SshConnector(
            SshClient client,
            String user,
            Host jump,
            SshCredential credential,
            KnownHosts knownHosts,
            Duration timeout) {
        this.client = client;
        this.user = user;
        this.jump = jump;
        this.credential = credential;
        this.knownHosts = knownHosts;
        this.timeout = timeout;
    }

    @Override
    public SshConnection connect(Host host) throws SshException, InterruptedException {
        return client.connect(endpoint(host), jump == null ? null : endpoint(jump), credential, knownHosts, timeout);
    }

    private SshEndpoint endpoint(Host host) {
        return new SshEndpoint(host.name(), host.address(), host.port(), user);
    }
}
