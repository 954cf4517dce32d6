package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentStepDescriptor;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code goDeploy}: ships a release of this build to an environment and proves it healthy. */
public final class GoDeployStep extends DeploymentStep implements DeployParameters {
    private static final long serialVersionUID = 1L;

    private String release;
    private boolean dryRun;

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
    LinkedHashMap<String, Object> carryOut(DeploymentTask task) throws IOException, InterruptedException {
        return task.deploy(this);
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

        @POST
        public FormValidation doCheckRelease(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, ReleaseName::parse);
        }
    }
}
