package io.jenkins.plugins.godeploy.jenkins.configuration;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.EnvironmentFields;
import io.jenkins.plugins.godeploy.config.HostLine;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.jenkins.credential.SystemKeys;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import io.jenkins.plugins.godeploy.jenkins.form.TextLines;
import io.jenkins.plugins.godeploy.jenkins.permission.AgentRule;
import io.jenkins.plugins.godeploy.jenkins.permission.JobPattern;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClients;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import net.sf.json.JSONException;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The form of an administrator's environment. */
public abstract class ManagedEnvironmentDescriptor extends Descriptor<ManagedEnvironment> {
    @Override
    public ManagedEnvironment newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
        List<String> hosts = TextLines.take(form, "hosts");
        List<String> jobs = TextLines.take(form, "jobs");
        TextLines.dropNone(form, "hostSource");
        TextLines.dropNone(form, "manager");
        TextLines.dropNone(form, "health");
        ManagedEnvironment environment = super.newInstance(request, form);
        environment.setHosts(hosts);
        environment.setJobs(jobs);
        return environment;
    }

    /** What a form shows for a list. */
    public String lines(List<String> list) {
        return TextLines.join(list);
    }

    @POST
    public FormValidation doCheckName(@QueryParameter String value) {
        return FieldCheck.value(null, value, Names::environment);
    }

    @POST
    public FormValidation doCheckService(@QueryParameter String value) {
        return FieldCheck.value(null, value, Names::service);
    }

    @POST
    public FormValidation doCheckHosts(@QueryParameter String value) {
        return FieldCheck.lines(null, value, HostLine::parse);
    }

    @POST
    public FormValidation doCheckPath(@QueryParameter String value) {
        return FieldCheck.value(null, value, EnvironmentFields::path);
    }

    @POST
    public FormValidation doCheckUser(@QueryParameter String value) {
        return FieldCheck.value(null, value, EnvironmentFields::user);
    }

    @POST
    public FormValidation doCheckCertificate(@QueryParameter String value) {
        return FieldCheck.value(null, value, EnvironmentFields::certificate);
    }

    @POST
    public FormValidation doCheckHostKeys(@QueryParameter String value) {
        return FieldCheck.value(null, value, text -> KnownHosts.parse(text, "hostKeys"));
    }

    @POST
    public FormValidation doCheckJump(@QueryParameter String value) {
        return FieldCheck.value(null, value, HostLine::parse);
    }

    @POST
    public FormValidation doCheckBranches(@QueryParameter String value) {
        return FieldCheck.value(null, value, EnvironmentFields::branches);
    }

    @POST
    public FormValidation doCheckKeep(@QueryParameter String value) {
        return FieldCheck.value(null, value, EnvironmentFields::keep);
    }

    @POST
    public FormValidation doCheckJobs(@QueryParameter String value) {
        return FieldCheck.lines(null, value, JobPattern::new);
    }

    @POST
    public FormValidation doCheckAgentLabel(@QueryParameter String value) {
        return FieldCheck.value(null, value, AgentRule::check);
    }

    @POST
    public FormValidation doCheckCredentialsId(@QueryParameter String value) {
        return SystemKeys.check(value);
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
        return SystemKeys.list(credentialsId);
    }

    @POST
    public ListBoxModel doFillProofItems(@QueryParameter String proof) {
        return words(proof, Stream.of(Proof.values()).map(word -> word.name().toLowerCase(Locale.ROOT)));
    }

    @POST
    public ListBoxModel doFillClientItems(@QueryParameter String client) {
        return words(client, SshClients.NAMES.stream());
    }

    private static ListBoxModel words(String current, Stream<String> words) {
        ListBoxModel list = new ListBoxModel();
        if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            list.add(Messages.ManagedEnvironment_byDefault(), "");
            words.forEach(word -> list.add(word, word));
        } else {
            list.add(current, current);
        }
        return list;
    }

    /** @param json one environment as the form submits it */
    @POST
    public HttpResponse doTestConnection(StaplerRequest2 request, @QueryParameter String json) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            return new ConnectionTest(newInstance(request, JSONObject.fromObject(json))).run();
        } catch (BadInputException | FormException e) {
            return FormValidation.error(e.getMessage());
        } catch (JSONException e) {
            return HttpResponses.errorWithoutStack(
                    400, "It takes the parameter json: one environment, as the form submits it.");
        }
    }
}
