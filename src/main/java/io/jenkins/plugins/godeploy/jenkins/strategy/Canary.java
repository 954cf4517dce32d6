package io.jenkins.plugins.godeploy.jenkins.strategy;

import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.config.GoDuration;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import io.jenkins.plugins.godeploy.jenkins.health.HealthProbe;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code canary(hosts: '1', bake: '10m', check: commandHealth(…), batch: '2')}: a few hosts first, then the others. */
public final class Canary extends RolloutStrategy {
    private static final long serialVersionUID = 1L;

    private String hosts;
    private String bake;
    private HealthProbe check;
    private String batch;
    private int maxFailures = Strategy.Canary.DEFAULT.rest().maxFailures();
    private String pause;

    @DataBoundConstructor
    public Canary() {}

    public String getHosts() {
        return hosts;
    }

    @DataBoundSetter
    public void setHosts(String hosts) {
        this.hosts = Util.fixEmptyAndTrim(hosts);
    }

    public String getBake() {
        return bake;
    }

    @DataBoundSetter
    public void setBake(String bake) {
        this.bake = Util.fixEmptyAndTrim(bake);
    }

    public HealthProbe getCheck() {
        return check;
    }

    @DataBoundSetter
    public void setCheck(HealthProbe check) {
        this.check = check;
    }

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
        Strategy.Canary defaults = Strategy.Canary.DEFAULT;
        return new Strategy.Canary(
                hosts == null ? defaults.hosts() : hosts,
                bake == null ? defaults.bake() : GoDuration.parse(bake),
                check == null ? null : check.toHealthCheck(),
                new Strategy.RollingUpdate(
                        batch == null ? defaults.rest().batch() : batch,
                        maxFailures,
                        pause == null ? defaults.rest().pause() : GoDuration.parse(pause)));
    }

    /** Of {@link Canary}. */
    @Extension
    @Symbol("canary")
    public static final class DescriptorImpl extends Descriptor<RolloutStrategy> {
        @Override
        public String getDisplayName() {
            return Messages.Canary_displayName();
        }

        @POST
        public FormValidation doCheckBake(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, GoDuration::parse);
        }

        @POST
        public FormValidation doCheckPause(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, GoDuration::parse);
        }
    }
}
