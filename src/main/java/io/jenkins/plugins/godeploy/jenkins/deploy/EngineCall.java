package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.SshConnector;
import io.jenkins.plugins.godeploy.jenkins.agent.OwnClassLoader;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClients;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import jenkins.agents.ControllerToAgentCallable;

/** Runs the engine on an agent, with its lines going to the build's log. The key is overwritten at the end. */
abstract class EngineCall<V> implements ControllerToAgentCallable<V, InterruptedException> {
    private static final long serialVersionUID = 1L;

    private final Order order;
    private final TaskListener log;

    EngineCall(Order order, TaskListener log) {
        this.order = order;
        this.log = log;
    }

    abstract V ask(Deployer deployer, DeployRequest request) throws InterruptedException;

    @Override
    public final V call() throws InterruptedException {
        try (OwnClassLoader loader = OwnClassLoader.enter();
                Destination destination = order.destination();
                SshCredential key =
                        destination.key().unpack(destination.environment().ssh().certificate())) {
            Deployer deployer = new Deployer(connector(destination, key), new LogLines(log.getLogger()));
            try (RunningDeployments.Entry entry = RunningDeployments.enter(order.id(), deployer)) {
                return ask(deployer, order.toRequest());
            }
        } finally {
            log.getLogger().flush(); // before the step's own end is written, on the controller
        }
    }

    static Connector connector(Destination destination, SshCredential key) {
        SshSettings ssh = destination.environment().ssh();
        KnownHosts known = KnownHosts.parse(destination.hostKeys(), destination.hostKeysSource());
        return new SshConnector(
                SshClients.named(ssh.client()), ssh.user(), ssh.jump(), key, known, ssh.connectTimeout());
    }
}
