package io.jenkins.plugins.godeploy.jenkins.turn;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployAuthority;
import java.time.Duration;
import jenkins.model.Jenkins;

/** The turns of all deployments of this Jenkins. */
@Extension
public final class DeploymentTurns implements ExtensionPoint {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Turns turns = new Turns(
            new PlacesFile(
                    Jenkins.get().getRootDir().toPath().resolve("go-deploy").resolve("turns.json")),
            DeploymentTurns::runs,
            LOOK);

    /** @param id of the deployment; the same again after a restart */
    public static Turn of(String id) {
        return new Turn(ExtensionList.lookupSingleton(DeploymentTurns.class), id);
    }

    Turns queue() {
        return turns;
    }

    boolean mayName(Claim claim, DeployAuthority authority) {
        try (ACLContext everything = ACL.as2(ACL.SYSTEM2)) {
            Job<?, ?> job = Jenkins.get().getItemByFullName(claim.job(), Job.class);
            return job != null && authority.mayRead(job);
        }
    }

    private static boolean runs(Claim claim) {
        try (ACLContext everything = ACL.as2(ACL.SYSTEM2)) {
            Job<?, ?> job = Jenkins.get().getItemByFullName(claim.job(), Job.class);
            Run<?, ?> run = job == null ? null : job.getBuildByNumber(claim.build());
            return run != null && run.isBuilding();
        }
    }
}
