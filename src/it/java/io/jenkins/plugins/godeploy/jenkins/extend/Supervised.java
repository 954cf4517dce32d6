package io.jenkins.plugins.godeploy.jenkins.extend;

import hudson.Util;
import hudson.model.Descriptor;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.jenkins.manager.ServiceControl;
import org.jenkinsci.Symbol;
import org.jvnet.hudson.test.TestExtension;
import org.kohsuke.stapler.DataBoundConstructor;

/** An example of docs/extend.md. */
public final class Supervised extends ServiceControl {
    private static final long serialVersionUID = 1L;

    private final String program;

    @DataBoundConstructor
    public Supervised(String program) {
        this.program = Util.fixEmptyAndTrim(program);
    }

    public String getProgram() {
        return program;
    }

    @Override
    public ServiceManager toServiceManager() {
        if (program == null || !program.matches("[a-z][a-z0-9-]*")) {
            throw new BadInputException(
                    "'" + program + "' is not a program of the supervisor; it takes one such as shop.");
        }
        return new ServiceManager.Commands(
                "supervisorctl start " + program,
                "supervisorctl stop " + program,
                "supervisorctl status " + program,
                null);
    }

    @TestExtension
    @Symbol("supervised")
    public static final class DescriptorImpl extends Descriptor<ServiceControl> {
        @Override
        public String getDisplayName() {
            return "Program of a supervisor";
        }
    }
}
