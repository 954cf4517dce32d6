package io.jenkins.plugins.godeploy.jenkins.manager;

import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.config.EnvironmentFields;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import io.jenkins.plugins.godeploy.jenkins.form.TextLines;
import java.util.List;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What the forms of both kinds of units have. */
public abstract class SystemdControlDescriptor extends Descriptor<ServiceControl> {
    @Override
    public ServiceControl newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
        List<String> names = TextLines.take(form, "names");
        SystemdControl control = (SystemdControl) super.newInstance(request, form);
        control.setNames(names);
        return control;
    }

    /** What a form shows for a list. */
    public final String lines(List<String> list) {
        return TextLines.join(list);
    }

    @POST
    public FormValidation doCheckNames(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.lines(item, value, EnvironmentFields::unit);
    }
}
