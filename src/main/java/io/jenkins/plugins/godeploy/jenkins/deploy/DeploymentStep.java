package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentStep;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step that changes what an environment's hosts serve. */
public abstract class DeploymentStep extends EnvironmentStep {
    private static final long serialVersionUID = 1L;

    @Override
    public final StepExecution start(StepContext context) {
        return new DeploymentStepExecution(context, this);
    }

    /** What the step returns; see {@link DeploymentTask} for what is thrown. */
    abstract LinkedHashMap<String, Object> carryOut(DeploymentTask task) throws IOException, InterruptedException;
}
