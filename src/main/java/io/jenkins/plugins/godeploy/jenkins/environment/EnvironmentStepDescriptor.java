package io.jenkins.plugins.godeploy.jenkins.environment;

import hudson.FilePath;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.godeploy.config.EnvironmentFields;
import io.jenkins.plugins.godeploy.config.HostLine;
import io.jenkins.plugins.godeploy.jenkins.credential.SshKeys;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import io.jenkins.plugins.godeploy.jenkins.form.TextLines;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What the forms of all steps on an environment have. */
public abstract class EnvironmentStepDescriptor extends StepDescriptor {
    @Override
    public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
        List<String> hosts = TextLines.take(form, "hosts");
        List<String> units = TextLines.take(form, "units");
        TextLines.dropNone(form, "health");
        EnvironmentStep step = (EnvironmentStep) super.newInstance(request, form);
        step.setHosts(hosts);
        step.setUnits(units);
        return step;
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, FilePath.class, TaskListener.class);
    }

    /** Service and environment. */
    @Override
    public String argumentsToString(Map<String, Object> arguments) {
        Object service = arguments.get("service");
        Object environment = arguments.get("environment");
        String where = environment == null ? "" : environment.toString();
        return service == null ? where : (service + " " + where).trim();
    }

    /** What a form shows for a list. */
    public String lines(List<String> list) {
        return TextLines.join(list);
    }

    @POST
    public FormValidation doCheckService(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, Names::service);
    }

    @POST
    public FormValidation doCheckEnvironment(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, Names::environment);
    }

    @POST
    public FormValidation doCheckHosts(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.lines(item, value, HostLine::parse);
    }

    @POST
    public FormValidation doCheckUser(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, EnvironmentFields::user);
    }

    @POST
    public FormValidation doCheckPath(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, EnvironmentFields::path);
    }

    @POST
    public FormValidation doCheckUnits(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.lines(item, value, EnvironmentFields::unit);
    }

    @POST
    public FormValidation doCheckKeep(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, EnvironmentFields::keep);
    }

    @POST
    public FormValidation doCheckKnownHosts(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.value(item, value, EnvironmentStepDescriptor::knownHosts);
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        return SshKeys.list(item, credentialsId);
    }

    /** What lies in a file of the workspace cannot be read from here. */
    private static void knownHosts(String text) {
        if (!InlineEnvironment.isPath(text)) {
            KnownHosts.parse(text, "knownHosts");
        }
    }
}
