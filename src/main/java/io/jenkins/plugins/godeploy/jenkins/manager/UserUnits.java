package io.jenkins.plugins.godeploy.jenkins.manager;

import hudson.Extension;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code userUnits(names: ["shop.service"])}: units of the systemd of the deploying user. */
public final class UserUnits extends SystemdControl {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public UserUnits() {}

    @Override
    public ServiceManager toServiceManager() {
        return new ServiceManager.SystemdUser(units());
    }

    /** Of {@link UserUnits}. */
    @Extension(ordinal = 1)
    @Symbol("userUnits")
    public static final class DescriptorImpl extends SystemdControlDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.UserUnits_displayName();
        }
    }
}
