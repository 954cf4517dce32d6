package io.jenkins.plugins.godeploy.jenkins.manager;

import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code commands(start: 'bin/start', stop: 'bin/stop', status: 'bin/status')}: commands of the service's own. */
public final class Commands extends ServiceControl {
    private static final long serialVersionUID = 1L;

    private final String start;
    private final String stop;
    private final String status;
    private String pidFile;

    @DataBoundConstructor
    public Commands(String start, String stop, String status) {
        this.start = Util.fixEmptyAndTrim(start);
        this.stop = Util.fixEmptyAndTrim(stop);
        this.status = Util.fixEmptyAndTrim(status);
    }

    public String getStart() {
        return start;
    }

    public String getStop() {
        return stop;
    }

    public String getStatus() {
        return status;
    }

    public String getPidFile() {
        return pidFile;
    }

    @DataBoundSetter
    public void setPidFile(String pidFile) {
        this.pidFile = Util.fixEmptyAndTrim(pidFile);
    }

    @Override
    public ServiceManager toServiceManager() {
        return new ServiceManager.Commands(start, stop, status, pidFile);
    }

    /** Of {@link Commands}. */
    @Extension
    @Symbol("commands")
    public static final class DescriptorImpl extends Descriptor<ServiceControl> {
        @Override
        public String getDisplayName() {
            return Messages.Commands_displayName();
        }
    }
}
