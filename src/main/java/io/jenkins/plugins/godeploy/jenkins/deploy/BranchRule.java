package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.Run;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import jenkins.scm.api.SCMHead;

/**
 * Holds a deployment to the branches that its environment takes. The branch is that of the multibranch job, else the one
 * that was checked out when the release was built; never an environment variable, which any Pipeline can set.
 */
final class BranchRule {
    private BranchRule() {}

    /** @throws BadInputException if the branch of the release is another one, or unknown */
    static void check(Environment environment, ChosenRelease chosen) {
        SCMHead head = SCMHead.HeadByItem.findHead(chosen.origin().getParent());
        check(environment, head == null ? chosen.branch() : head.getName());
    }

    /**
     * A rollback brings nothing new: it is only kept out where the branch is known.
     *
     * @throws BadInputException if the branch is another one
     */
    static void checkRollback(Environment environment, Run<?, ?> run) {
        SCMHead head = SCMHead.HeadByItem.findHead(run.getParent());
        if (head != null) {
            check(environment, head.getName());
        }
    }

    private static void check(Environment environment, String branch) {
        if (environment.branches() != null && (branch == null || !branch.matches(environment.branches()))) {
            throw new BadInputException(
                    "Environment " + environment.name() + " takes only releases of branches that match '"
                            + environment.branches() + "', and "
                            + (branch == null
                                    ? "the branch of this one is unknown; use a multibranch job, or check out to a local branch."
                                    : "this one is of '" + branch + "'."));
        }
    }
}
