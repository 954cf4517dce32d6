package io.jenkins.plugins.godeploy.jenkins.api;

import hudson.Extension;
import hudson.model.RootAction;

/** {@code /go-deploy}: what this plugin serves for Jenkins as a whole. */
@Extension
public final class GoDeployRoot implements RootAction {
    @Override
    public String getIconFileName() {
        return null; // no page to link to
    }

    @Override
    public String getDisplayName() {
        return Messages.GoDeployRoot_displayName();
    }

    @Override
    public String getUrlName() {
        return "go-deploy";
    }

    /** Under {@code api}. */
    public GoDeployApi getApi() {
        return new GoDeployApi();
    }
}
