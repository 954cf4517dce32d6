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

/** "Roll back a Go release" in a freestyle project; its parameters are the step's. */
public final class GoRollbackBuilder extends Builder implements SimpleBuildStep {
    private final GoRollbackStep step;

    @DataBoundConstructor
    public GoRollbackBuilder(GoRollbackStep step) {
        this.step = step;
    }

    public GoRollbackStep getStep() {
        return step;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        FreestyleDeployment.carryOut(step, run, workspace, listener);
    }

    /** Of {@link GoRollbackBuilder}. */
    @Extension
    @Symbol("goRollbackRelease")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.GoRollbackBuilder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
