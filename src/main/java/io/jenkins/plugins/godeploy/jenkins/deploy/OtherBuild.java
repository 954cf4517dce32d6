package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployAuthority;
import jenkins.model.Jenkins;

/** Finds the build that a step takes a release from, for a build that may read it. */
final class OtherBuild {
    private OtherBuild() {}

    /** @throws BadInputException if there is no such build, or the one that asks may not read its job */
    static Run<?, ?> find(ReleaseName.OfBuild name, Run<?, ?> asking, DeployAuthority authority) {
        Job<?, ?> job = name.job() == null ? asking.getParent() : readable(name.job(), asking, authority);
        boolean last = name.build().equals(ReleaseName.LAST_SUCCESSFUL);
        Run<?, ?> build = last ? job.getLastSuccessfulBuild() : job.getBuildByNumber(Integer.parseInt(name.build()));
        if (build == null) {
            Run<?, ?> latest = job.getLastSuccessfulBuild();
            throw new BadInputException("The job '" + job.getFullName() + "' has no "
                    + (last ? "successful build" : "build " + name.build())
                    + (latest == null ? "" : "; the last successful one is " + latest.getNumber())
                    + "; correct the parameter release, or build it first.");
        }
        return build;
    }

    /** Whether it exists is not said to those who may not see it. */
    private static Job<?, ?> readable(String name, Run<?, ?> asking, DeployAuthority authority) {
        Job<?, ?> job;
        try (ACLContext as = ACL.as2(ACL.SYSTEM2)) {
            job = Jenkins.get().getItem(name, asking.getParent(), Job.class);
        }
        if (job == null || !authority.mayRead(job)) {
            throw new BadInputException("There is no job '" + name + "' that this build may read; correct the parameter"
                    + " release, or give whom this build runs as, or who starts it, the permission to read it.");
        }
        return job;
    }
}
