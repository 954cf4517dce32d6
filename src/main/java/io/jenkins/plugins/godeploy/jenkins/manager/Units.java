package io.jenkins.plugins.godeploy.jenkins.manager;

import hudson.Extension;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code units(names: ["shop.service"])}: units of the system's systemd. */
public final class Units extends SystemdControl {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public Units() {}

    @Override
    public ServiceManager toServiceManager() {
        return new ServiceManager.Systemd(units());
    }

    /** Of {@link Units}. */
    @Extension(ordinal = 2)
    @Symbol("units")
    public static final class DescriptorImpl extends SystemdControlDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.Units_displayName();
        }
    }
}
