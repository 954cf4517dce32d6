package io.jenkins.plugins.godeploy.jenkins.health;

import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code commandHealth(command: './check.sh')}: a command on the host that exits with 0. */
public final class CommandHealth extends HealthProbe {
    private static final long serialVersionUID = 1L;

    private final String command;

    @DataBoundConstructor
    public CommandHealth(String command) {
        this.command = Util.fixEmptyAndTrim(command);
    }

    public String getCommand() {
        return command;
    }

    @Override
    public HealthCheck toHealthCheck() {
        return new HealthCheck.Command(command, timing());
    }

    /** Of {@link CommandHealth}. */
    @Extension
    @Symbol("commandHealth")
    public static final class DescriptorImpl extends HealthProbeDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.CommandHealth_displayName();
        }
    }
}
