package io.jenkins.plugins.godeploy.jenkins.configuration;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.host.HostCheck;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import io.jenkins.plugins.godeploy.jenkins.agent.OwnClassLoader;
import io.jenkins.plugins.godeploy.jenkins.credential.SshKeyParcel;
import io.jenkins.plugins.godeploy.ssh.SshClients;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.util.ArrayList;
import jenkins.agents.ControllerToAgentCallable;

/** Has a node look at the hosts of an environment. */
record HostsCall(
        Environment environment,
        boolean serviceKnown,
        String hostKeys,
        String hostKeysSource,
        boolean acceptFirst,
        SshKeyParcel key)
        implements ControllerToAgentCallable<ArrayList<HostCheck.Finding>, InterruptedException> {
    private static final String NAME = "test connection";

    @Override
    public ArrayList<HostCheck.Finding> call() throws InterruptedException {
        SshSettings ssh = environment.ssh();
        ServiceOnHost service = serviceKnown
                ? new ServiceOnHost(environment.path(), environment.manager(), NAME, null, null, ServiceOnHost.LEASE)
                : null;
        try (OwnClassLoader loader = OwnClassLoader.enter();
                SshCredential credential = key.unpack(ssh.certificate())) {
            return new ArrayList<>(new HostCheck(
                            SshClients.named(ssh.client()),
                            ssh.user(),
                            ssh.jump(),
                            credential,
                            hostKeys,
                            hostKeysSource,
                            acceptFirst,
                            ssh.connectTimeout(),
                            service)
                    .of(environment.hosts()));
        }
    }
}
