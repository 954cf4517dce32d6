package io.jenkins.plugins.godeploy.jenkins.deploy;

import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** {@code goDeploy} in a Pipeline. */
final class GoDeployStepExecution extends DeploymentExecution {
    private static final long serialVersionUID = 1L;

    private final GoDeployStep step;

    GoDeployStepExecution(StepContext context, GoDeployStep step) {
        super(context);
        this.step = step;
    }

    @Override
    Object work(DeploymentTask task) throws IOException, InterruptedException {
        return task.deploy(step);
    }
}
