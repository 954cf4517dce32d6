package io.jenkins.plugins.godeploy.jenkins.branch;

import java.util.regex.Pattern;

/**
 * The branch that a release was built from.
 *
 * @param name such as {@code main}; {@code tags/v1.2.0} for a tag, {@code fork/main} for a branch of a fork, and what the
 *     job is called, such as {@code PR-12}, for a change request
 * @param mark what an expression has to say literally to mean it: who opens a change request, pushes a tag or owns a fork
 *     need not be who may push to a branch, and an expression such as {@code .*} was not meant to let them in. Null for a
 *     branch of the repository itself
 */
public record ReleaseBranch(String name, String mark) {
    private static final Pattern KIND = Pattern.compile("[^0-9]+");
    private static final String TAGS = "tags/";

    static ReleaseBranch of(String branch) {
        return new ReleaseBranch(branch, null);
    }

    static ReleaseBranch tag(String tag) {
        return new ReleaseBranch(TAGS + tag, TAGS);
    }

    /** @param fork its owner, or what else tells it from the repository */
    static ReleaseBranch ofFork(String fork, String branch) {
        return new ReleaseBranch(fork + "/" + branch, fork + "/");
    }

    /** Its mark is what its name begins with, such as {@code PR-}. */
    static ReleaseBranch changeRequest(String name) {
        var kind = KIND.matcher(name);
        return new ReleaseBranch(name, kind.lookingAt() ? kind.group() : name);
    }

    /** Whether a regular expression matches the whole name and says the mark. */
    public boolean isMeantBy(String expression) {
        return Pattern.matches(expression, name) && (mark == null || expression.contains(mark));
    }
}
