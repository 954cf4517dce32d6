package io.jenkins.plugins.godeploy.jenkins.api;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.godeploy.jenkins.record.RecordedJobs;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the page to jobs that have deployed. */
@Extension
@SuppressWarnings("rawtypes") // the type is asked for as a class
public final class JobDeploymentsFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return JobDeployments.class;
    }

    /** Called often, so it asks only what is in memory. */
    @Override
    public Collection<? extends Action> createFor(Job job) {
        return RecordedJobs.haveDeployed(job.getFullName()) ? List.of(new JobDeployments(job)) : List.of();
    }
}
