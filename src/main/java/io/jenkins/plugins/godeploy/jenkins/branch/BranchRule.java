package io.jenkins.plugins.godeploy.jenkins.branch;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;

/** Holds a deployment to the branches that its environment takes. */
public final class BranchRule {
    private static final String UNKNOWN =
            "the branch of this one is unknown; build it in a multibranch project, or check out with the git plugin.";

    private BranchRule() {}

    /**
     * Refuses a release of another branch.
     *
     * @param branch null if it is unknown
     * @throws BadInputException if the environment takes only some branches, and this is none of them or unknown
     */
    public static void check(Environment environment, ReleaseBranch branch) {
        String expression = environment.branches();
        if (expression == null || branch != null && branch.isMeantBy(expression)) {
            return;
        }
        throw new BadInputException("Environment " + environment.name()
                + " takes only releases of branches that match '" + expression + "', and "
                + (branch == null ? UNKNOWN : reason(branch, expression)));
    }

    /**
     * Refuses a rollback by a job of another branch. It brings nothing new, so it is only kept out where the branch is
     * known.
     *
     * @param branch of the job; null if it is unknown
     * @throws BadInputException if the environment takes only some branches, and this is none of them
     */
    public static void checkRollback(Environment environment, ReleaseBranch branch) {
        if (branch != null) {
            check(environment, branch);
        }
    }

    private static String reason(ReleaseBranch branch, String expression) {
        return branch.mark() == null || !branch.name().matches(expression)
                ? "this one is of '" + branch.name() + "'; deploy one of those."
                : "this one is of '" + branch.name() + "', which is no branch of the repository itself; deploy one of"
                        + " those, or let the expression say '" + branch.mark() + "'.";
    }
}
