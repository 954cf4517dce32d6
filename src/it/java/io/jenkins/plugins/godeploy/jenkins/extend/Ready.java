package io.jenkins.plugins.godeploy.jenkins.extend;

import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.jenkins.health.HealthProbe;
import io.jenkins.plugins.godeploy.jenkins.health.HealthProbeDescriptor;
import org.jenkinsci.Symbol;
import org.jvnet.hudson.test.TestExtension;
import org.kohsuke.stapler.DataBoundConstructor;

/** An example of docs/extend.md. */
public final class Ready extends HealthProbe {
    private static final long serialVersionUID = 1L;

    private final int port;

    @DataBoundConstructor
    public Ready(int port) {
        this.port = port;
    }

    public int getPort() {
        return port;
    }

    @Override
    public HealthCheck toHealthCheck() {
        return new HealthCheck.Http("http://localhost:" + port + "/internal/ready", 204, timing());
    }

    @TestExtension
    @Symbol("ready")
    public static final class DescriptorImpl extends HealthProbeDescriptor {
        @Override
        public String getDisplayName() {
            return "Our readiness endpoint";
        }
    }
}
