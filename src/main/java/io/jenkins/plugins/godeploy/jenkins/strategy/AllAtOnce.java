package io.jenkins.plugins.godeploy.jenkins.strategy;

import hudson.Extension;
import hudson.model.Descriptor;
import io.jenkins.plugins.godeploy.config.Strategy;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code allAtOnce()}: all hosts at the same time. */
public final class AllAtOnce extends RolloutStrategy {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public AllAtOnce() {}

    @Override
    public Strategy toStrategy() {
        return new Strategy.AllAtOnce();
    }

    /** Of {@link AllAtOnce}. */
    @Extension
    @Symbol("allAtOnce")
    public static final class DescriptorImpl extends Descriptor<RolloutStrategy> {
        @Override
        public String getDisplayName() {
            return Messages.AllAtOnce_displayName();
        }
    }
}
