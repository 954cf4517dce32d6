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
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code tcpHealth(port: 8080)}: a port that accepts connections, asked on the host itself. */
public final class TcpHealth extends HealthProbe {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long serialVersionUID = 1L;

    private final int port;
    private String address;

    @DataBoundConstructor
    public TcpHealth(int port) {
        this.port = port;
    }

    public int getPort() {
        return port;
    }

    public String getAddress() {
        return address;
    }

    @DataBoundSetter
    public void setAddress(String address) {
        this.address = Util.fixEmptyAndTrim(address);
    }

    @Override
    public HealthCheck toHealthCheck() {
        return new HealthCheck.Tcp(address == null ? LOOPBACK : address, port, timing());
    }

    /** Of {@link TcpHealth}. */
    @Extension
    @Symbol("tcpHealth")
    public static final class DescriptorImpl extends HealthProbeDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.TcpHealth_displayName();
        }

        @POST
        public FormValidation doCheckPort(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, EnvironmentFields::port);
        }

        @POST
        public FormValidation doCheckAddress(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, EnvironmentFields::address);
        }
    }
}
