package io.jenkins.plugins.godeploy.jenkins.health;

import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.config.EnvironmentFields;
import io.jenkins.plugins.godeploy.config.GoDuration;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of all health probes have. */
public abstract class HealthProbeDescriptor extends Descriptor<HealthProbe> {
    @POST
    public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, GoDuration::parse);
    }

    @POST
    public FormValidation doCheckInterval(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, GoDuration::parse);
    }

    @POST
    public FormValidation doCheckDeadline(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, GoDuration::parse);
    }

    @POST
    public FormValidation doCheckSuccesses(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, EnvironmentFields::successes);
    }
}
