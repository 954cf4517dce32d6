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

/** {@code goDeploy}: ships a release of this build to an environment and proves it healthy. */
public final class GoDeployStep extends EnvironmentStep implements DeployParameters {
    private static final long serialVersionUID = 1L;

    private String release;
    private boolean dryRun;
    private boolean propagate = true;

    @DataBoundConstructor
    public GoDeployStep() {}

    @Override
    public String getRelease() {
        return release;
    }

    @DataBoundSetter
    public void setRelease(String release) {
        this.release = Util.fixEmptyAndTrim(release);
    }

    @Override
    public boolean isDryRun() {
        return dryRun;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
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
        return new GoDeployStepExecution(context, this);
    }

    /** Of {@link GoDeployStep}. */
    @Extension
    public static final class DescriptorImpl extends EnvironmentStepDescriptor {
        @Override
        public String getFunctionName() {
            return "goDeploy";
        }

        @Override
        public String getDisplayName() {
            return Messages.GoDeploy_displayName();
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
