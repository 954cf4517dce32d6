package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import io.jenkins.plugins.godeploy.deploy.Plan;

/** Says what would be done, and does nothing. */
final class PlanCall extends EngineCall<Plan> {
    private static final long serialVersionUID = 1L;

    PlanCall(Order order, TaskListener log) {
        super(order, log);
    }

    @Override
    Plan ask(Deployer deployer, DeployRequest request) throws InterruptedException {
        return deployer.plan(request);
    }
}
