package io.jenkins.plugins.godeploy.jenkins.permission;

import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.Permission;
import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * By whose right a build deploys: of the authentication that it runs as, where one is configured; else of the users who
 * started it. A web method asks for {@link DeployPermissions} of its current user instead.
 */
public final class DeployAuthority {
    private static final String NOBODY = "system";

    private final Job<?, ?> job;
    /** Any of them suffices; empty if nobody started the build. */
    private final List<String> users;

    private final String actor;

    private DeployAuthority(Job<?, ?> job, List<String> users, String actor) {
        this.job = job;
        this.users = users;
        this.actor = actor;
    }

    /** @param runsAs what the build runs as */
    public static DeployAuthority of(Run<?, ?> run, RunsAs runsAs) {
        List<String> starters = Starters.of(run.getCauses());
        boolean asStarters = runsAs.isSystem() || runsAs.isNobody() && starters.isEmpty();
        List<String> users = asStarters ? starters : List.of(runsAs.name());
        String actor = starters.isEmpty() ? users.isEmpty() ? NOBODY : users.get(0) : starters.get(0);
        return new DeployAuthority(run.getParent(), users, actor);
    }

    /** ID of the user who started the build, or as whom it runs; {@code system} if nobody did. */
    public String actor() {
        return actor;
    }

    /**
     * Asks for a permission on the job. It is not asked for where nobody started the build: {@link #requireAllowed} is.
     *
     * @param permission one of {@link DeployPermissions}
     * @throws BadInputException if none of the users has it
     */
    public void require(Permission permission) {
        if (!users.isEmpty() && !anyHas(job, permission)) {
            String name = permission == DeployPermissions.ROLLBACK ? "Rollback" : "Deploy";
            throw new BadInputException(String.join(" or ", users) + " lacks the permission Go Deploy/" + name
                    + " on the job " + job.getFullName()
                    + "; an administrator can grant it in Manage Jenkins, Security,"
                    + " or in the configuration of the job or its folder.");
        }
    }

    /**
     * Asks whether an environment takes deployments of this build.
     *
     * @throws BadInputException if its job may not, or nobody started it and somebody should have
     */
    public void requireAllowed(String environment, AccessRules rules) {
        rules.requireJob(environment, job.getFullName());
        if (users.isEmpty() && !rules.automatic()) {
            throw new BadInputException("Nobody started this build, and environment " + environment
                    + " takes only what somebody started; start the build by hand, or let an administrator allow"
                    + " automatic deployments there.");
        }
    }

    /** Whether a message of this build may name another job. */
    public boolean mayRead(Job<?, ?> other) {
        return other.equals(job)
                || (users.isEmpty() ? other.hasPermission2(Jenkins.ANONYMOUS2, Item.READ) : anyHas(other, Item.READ));
    }

    private boolean anyHas(Job<?, ?> on, Permission permission) {
        return users.stream().anyMatch(user -> on.hasPermission2(RunsAs.authenticate(user), permission));
    }
}
