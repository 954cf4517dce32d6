package io.jenkins.plugins.godeploy.jenkins.record;

import hudson.model.Job;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import jenkins.model.Jenkins;

/** Where a recorded build is shown. */
public final class BuildLink {
    private BuildLink() {}

    /**
     * The address of a build's page; relative where Jenkins does not know its own.
     *
     * @param build that the user may see, under its job's present name
     * @return null where its job is gone
     */
    public static String url(RecordedBuild build) {
        Job<?, ?> job = Jenkins.get().getItemByFullName(build.job(), Job.class);
        if (job == null) {
            return null;
        }
        String root = Jenkins.get().getRootUrl();
        return (root == null ? "" : root) + job.getUrl() + build.number() + "/";
    }
}
