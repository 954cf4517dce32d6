package io.jenkins.plugins.godeploy.jenkins.deploy;

import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** {@code goRollback} in a Pipeline. */
final class GoRollbackStepExecution extends DeploymentExecution {
    private static final long serialVersionUID = 1L;

    private final GoRollbackStep step;

    GoRollbackStepExecution(StepContext context, GoRollbackStep step) {
        super(context);
        this.step = step;
    }

    @Override
    Object work(DeploymentTask task) throws IOException, InterruptedException {
        return task.rollback(step);
    }
}
