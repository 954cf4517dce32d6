package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentStep;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentStepDescriptor;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code goRollback}: takes an environment back to a release that is on its hosts. */
public final class GoRollbackStep extends EnvironmentStep implements RollbackParameters {
    private static final long serialVersionUID = 1L;

    private String to;
    private boolean propagate = true;

    @DataBoundConstructor
    public GoRollbackStep() {}

    @Override
    public String getTo() {
        return to;
    }

    @DataBoundSetter
    public void setTo(String to) {
        this.to = Util.fixEmptyAndTrim(to);
    }

    @Override
    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new GoRollbackStepExecution(context, this);
    }

    /** Of {@link GoRollbackStep}. */
    @Extension
    public static final class DescriptorImpl extends EnvironmentStepDescriptor {
        @Override
        public String getFunctionName() {
            return "goRollback";
        }

        @Override
        public String getDisplayName() {
            return Messages.GoRollback_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> arguments) {
            return destination(arguments);
        }
    }
}
