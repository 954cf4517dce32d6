package io.jenkins.plugins.godeploy.jenkins.api;

import hudson.model.Action;
import hudson.model.Job;

/** The deployments of the services that a job deploys, on its page. */
public final class JobDeployments implements Action {
    private final Job<?, ?> job;

    JobDeployments(Job<?, ?> job) {
        this.job = job;
    }

    /** The job, under the name by which Jenkins' pages of a job look for it. */
    public Job<?, ?> getObject() {
        return job;
    }

    /** For the view. */
    public FrontEndPage getFrontEnd() {
        return new FrontEndPage();
    }

    @Override
    public String getIconFileName() {
        return "symbol-cloud";
    }

    @Override
    public String getDisplayName() {
        return Messages.GoDeployRoot_displayName();
    }

    @Override
    public String getUrlName() {
        return "deployments";
    }
}
