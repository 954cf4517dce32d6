package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.Run;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.release.Release;
import jenkins.scm.api.SCMHead;

/**
 * Holds a deployment to the branches that its environment takes. The branch is that of the multibranch job, else the one
 * that was checked out when the release was built; never an environment variable, which any Pipeline can set.
 */
final class BranchRule {
    private BranchRule() {}

    /**
     * @param release null for a rollback, which brings nothing new: it is only kept out where the branch is known
     * @throws BadInputException if the branch is another one, or unknown
     */
    static void check(Environment environment, Run<?, ?> run, Release release) {
        if (environment.branches() == null) {
            return;
        }
        SCMHead head = SCMHead.HeadByItem.findHead(run.getParent());
        String branch = head == null ? builtFrom(release) : head.getName();
        if (branch == null && release == null) {
            return;
        }
        if (branch == null || !branch.matches(environment.branches())) {
            throw new BadInputException(
                    "Environment " + environment.name() + " takes only releases of branches that match '"
                            + environment.branches() + "', and "
                            + (branch == null
                                    ? "the branch of this build is unknown; use a multibranch job, or check out to a local branch."
                                    : "this one is of '" + branch + "'."));
        }
    }

    private static String builtFrom(Release release) {
        return release == null || release.source() == null
                ? null
                : release.source().branch();
    }
}
