package io.jenkins.plugins.godeploy.jenkins.build;

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

/** "Build a Go program" in a freestyle project; its parameters are the step's. */
public final class GoBuildBuilder extends Builder implements SimpleBuildStep {
    private final GoBuildStep step;

    @DataBoundConstructor
    public GoBuildBuilder(GoBuildStep step) {
        this.step = step;
    }

    public GoBuildStep getStep() {
        return step;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        new GoBuildTask(run, workspace, env, launcher, listener).build(step);
    }

    /** Of {@link GoBuildBuilder}. */
    @Extension
    @Symbol("goBuildProgram")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.GoBuildBuilder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
