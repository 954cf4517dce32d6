package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** "Deploy a Go release" in a freestyle project; its parameters are the step's. */
public final class GoDeployBuilder extends Builder implements SimpleBuildStep {
    private final GoDeployStep step;

    @DataBoundConstructor
    public GoDeployBuilder(GoDeployStep step) {
        this.step = step;
    }

    public GoDeployStep getStep() {
        return step;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        FreestyleDeployment.carryOut(step, run, workspace, listener);
    }

    /** Of {@link GoDeployBuilder}. */
    @Extension
    @Symbol("goDeployRelease")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.GoDeployBuilder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
