package io.jenkins.plugins.godeploy.jenkins.environment;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.host.KeyScan;
import io.jenkins.plugins.godeploy.jenkins.agent.OwnClassLoader;
import io.jenkins.plugins.godeploy.jenkins.configuration.RememberedKeys;
import io.jenkins.plugins.godeploy.jenkins.credential.SshKeyParcel;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClients;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.agents.ControllerToAgentCallable;

/**
 * Has an agent ask hosts that are new for their keys, before anything is done with them. What they answer is remembered
 * by the controller; the deployment itself then knows no other host keys than those that are remembered.
 */
record FirstKeys(Environment environment, String known, String source, SshKeyParcel key)
        implements ControllerToAgentCallable<ArrayList<String>, InterruptedException> {
    /** One for a jump host and one for the hosts behind it. */
    private static final int ROUNDS = 2;

    /** All keys that are remembered, those of new hosts among them. */
    static String learn(
            Environment environment, RememberedKeys remembered, String source, SshKeyParcel key, VirtualChannel agent)
            throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = agent.call(new FirstKeys(environment, remembered.read(), source, key));
            if (lines.isEmpty()) {
                break;
            }
            remembered.add(lines);
        }
        return remembered.read();
    }

    @Override
    public ArrayList<String> call() throws InterruptedException {
        SshSettings ssh = environment.ssh();
        try (OwnClassLoader loader = OwnClassLoader.enter();
                SshCredential credential = key.unpack(ssh.certificate())) {
            KnownHosts knownHosts = KnownHosts.parse(known, source);
            return new ArrayList<>(new KeyScan(
                            SshClients.named(ssh.client()),
                            ssh.user(),
                            ssh.jump(),
                            credential,
                            knownHosts,
                            ssh.connectTimeout())
                    .ask(environment.hosts()));
        }
    }
}
