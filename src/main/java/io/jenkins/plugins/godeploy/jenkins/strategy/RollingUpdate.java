package io.jenkins.plugins.godeploy.jenkins.strategy;

import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.config.EnvironmentFields;
import io.jenkins.plugins.godeploy.config.GoDuration;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import java.time.Duration;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code rollingUpdate(batch: '2', maxFailures: 0, pause: '10s')}: a batch of hosts after the other. */
public final class RollingUpdate extends RolloutStrategy {
    private static final long serialVersionUID = 1L;

    private String batch;
    private int maxFailures = Strategy.RollingUpdate.DEFAULT.maxFailures();
    private String pause;

    @DataBoundConstructor
    public RollingUpdate() {}

    public String getBatch() {
        return batch;
    }

    @DataBoundSetter
    public void setBatch(String batch) {
        this.batch = Util.fixEmptyAndTrim(batch);
    }

    public int getMaxFailures() {
        return maxFailures;
    }

    @DataBoundSetter
    public void setMaxFailures(int maxFailures) {
        this.maxFailures = maxFailures;
    }

    public String getPause() {
        return pause;
    }

    @DataBoundSetter
    public void setPause(String pause) {
        this.pause = Util.fixEmptyAndTrim(pause);
    }

    @Override
    public Strategy toStrategy() {
        return new Strategy.RollingUpdate(
                batch == null ? Strategy.RollingUpdate.DEFAULT.batch() : batch,
                maxFailures,
                pause == null ? Duration.ZERO : GoDuration.parse(pause));
    }

    /** Of {@link RollingUpdate}; first in the list, since it is the default. */
    @Extension(ordinal = 1)
    @Symbol("rollingUpdate")
    public static final class DescriptorImpl extends Descriptor<RolloutStrategy> {
        @Override
        public String getDisplayName() {
            return Messages.RollingUpdate_displayName();
        }

        @POST
        public FormValidation doCheckBatch(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, EnvironmentFields::batch);
        }

        @POST
        public FormValidation doCheckMaxFailures(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, EnvironmentFields::maxFailures);
        }

        @POST
        public FormValidation doCheckPause(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, GoDuration::parse);
        }
    }
}
