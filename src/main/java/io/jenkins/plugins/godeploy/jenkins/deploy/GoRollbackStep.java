package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentStepDescriptor;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code goRollback}: takes an environment back to a release that is on its hosts. */
public final class GoRollbackStep extends DeploymentStep implements RollbackParameters {
    private static final long serialVersionUID = 1L;

    private String to;

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
    LinkedHashMap<String, Object> carryOut(DeploymentTask task) throws IOException, InterruptedException {
        return task.rollback(this);
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
    }
}
