package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.Extension;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentStep;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentStepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code goVerify}: compares what the hosts of an environment serve with what was deployed there; changes nothing. */
public final class GoVerifyStep extends EnvironmentStep {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public GoVerifyStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return new GoVerifyStepExecution(context, this);
    }

    /** Of {@link GoVerifyStep}. */
    @Extension
    public static final class DescriptorImpl extends EnvironmentStepDescriptor {
        @Override
        public String getFunctionName() {
            return "goVerify";
        }

        @Override
        public String getDisplayName() {
            return Messages.GoVerify_displayName();
        }
    }
}
