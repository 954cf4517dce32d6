package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.Run;
import jenkins.model.Jenkins;

/** Where a build is shown. */
final class BuildFacts {
    private BuildFacts() {}

    /** Address of the build's page; relative where Jenkins does not know its own. */
    static String url(Run<?, ?> run) {
        String root = Jenkins.get().getRootUrl();
        return root == null ? run.getUrl() : root + run.getUrl();
    }
}
