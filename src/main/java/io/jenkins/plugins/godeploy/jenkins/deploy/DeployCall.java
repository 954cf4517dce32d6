package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import io.jenkins.plugins.godeploy.deploy.Deployment;

/** Deploys or rolls back. */
final class DeployCall extends EngineCall<Deployment> {
    private static final long serialVersionUID = 1L;

    DeployCall(Order order, TaskListener log) {
        super(order, log);
    }

    @Override
    Deployment ask(Deployer deployer, DeployRequest request) throws InterruptedException {
        return deployer.run(request);
    }
}
