package io.jenkins.plugins.godeploy.jenkins.configuration;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PersistentDescriptor;
import io.jenkins.plugins.godeploy.BadInputException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** What an administrator sets up for this plugin, in <em>Manage Jenkins</em> or by Configuration as Code. */
@Extension
@Symbol("goDeploy")
public final class GoDeployConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    private List<ManagedEnvironment> environments = new ArrayList<>();

    public static GoDeployConfiguration get() {
        return ExtensionList.lookupSingleton(GoDeployConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.GoDeployConfiguration_displayName();
    }

    public synchronized List<ManagedEnvironment> getEnvironments() {
        return new ArrayList<>(environments);
    }

    /**
     * Replaces all of them and saves.
     *
     * @throws BadInputException if one of them breaks a rule, or two are the same; nothing is saved
     */
    @DataBoundSetter
    public void setEnvironments(List<ManagedEnvironment> environments) {
        List<ManagedEnvironment> replacement = environments == null ? new ArrayList<>() : new ArrayList<>(environments);
        replacement.forEach(environment -> new ManagedDefinition(environment).check());
        ManagedNames.requireDistinct(replacement);
        synchronized (this) {
            this.environments = replacement;
        }
        save();
    }

    /** A form that has lost its last environment does not mention any, and a complaint has to reach the page. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        List<ManagedEnvironment> submitted = new ArrayList<>();
        if (form.has("environments")) {
            ManagedEnvironmentDescriptor descriptor = ExtensionList.lookupSingleton(ManagedEnvironmentDescriptor.class);
            for (Object environment : JSONArray.fromObject(form.get("environments"))) {
                submitted.add(descriptor.newInstance(request, (JSONObject) environment));
            }
        }
        try {
            setEnvironments(submitted);
        } catch (BadInputException e) {
            throw new FormException(e.getMessage(), "environments");
        }
        return true;
    }
}
