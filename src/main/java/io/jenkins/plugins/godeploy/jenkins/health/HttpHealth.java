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

/** {@code httpHealth(url: 'http://localhost:8080/healthz')}: an HTTP GET, asked on the host itself. */
public final class HttpHealth extends HealthProbe {
    private static final long serialVersionUID = 1L;

    private final String url;
    private Integer status;

    @DataBoundConstructor
    public HttpHealth(String url) {
        this.url = Util.fixEmptyAndTrim(url);
    }

    public String getUrl() {
        return url;
    }

    public Integer getStatus() {
        return status;
    }

    @DataBoundSetter
    public void setStatus(Integer status) {
        this.status = status;
    }

    @Override
    public HealthCheck toHealthCheck() {
        return new HealthCheck.Http(url, status == null ? 0 : status, timing());
    }

    /** Of {@link HttpHealth}. */
    @Extension
    @Symbol("httpHealth")
    public static final class DescriptorImpl extends HealthProbeDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.HttpHealth_displayName();
        }

        @POST
        public FormValidation doCheckUrl(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, EnvironmentFields::url);
        }

        @POST
        public FormValidation doCheckStatus(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, EnvironmentFields::status);
        }
    }
}
