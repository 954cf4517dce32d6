package io.jenkins.plugins.godeploy.jenkins.health;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.config.EnvironmentFields;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

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

        @POST
        public FormValidation doCheckCommand(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, EnvironmentFields::command);
        }
    }
}
