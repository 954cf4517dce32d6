package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentStepDescriptor;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import io.jenkins.plugins.godeploy.release.Names;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

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

        /** An ID has the characters of a version, and so has the beginning of one. */
        @POST
        public FormValidation doCheckTo(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, Names::version);
        }
    }
}
