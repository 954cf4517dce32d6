package io.jenkins.plugins.godeploy.jenkins.branch;

import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.godeploy.release.Release;
import java.util.List;
import java.util.Objects;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import jenkins.scm.api.mixin.TagSCMHead;

/**
 * Finds out the branch of a build from what Jenkins itself recorded; never from an environment variable or the workspace,
 * which any Pipeline can change.
 */
public final class Branches {
    private Branches() {}

    /** The branch of a multibranch project that a job is for; null for other jobs. */
    public static ReleaseBranch of(Item job) {
        SCMHead head = SCMHead.HeadByItem.findHead(job);
        if (head == null) {
            return null;
        }
        if (head instanceof ChangeRequestSCMHead) {
            return ReleaseBranch.changeRequest(head.getName());
        }
        if (head instanceof TagSCMHead) {
            return ReleaseBranch.tag(head.getName());
        }
        return head.getOrigin() instanceof SCMHeadOrigin.Fork fork
                ? ReleaseBranch.ofFork(fork.getName(), head.getName())
                : ReleaseBranch.of(head.getName());
    }

    /** The branch of a release that a build has just made; null if it is unknown or not a single one. */
    public static ReleaseBranch of(Run<?, ?> run, Release release) {
        ReleaseBranch branch = of(run.getParent());
        if (branch != null || release.source() == null || release.source().commit() == null) {
            return branch;
        }
        List<String> names = ExtensionList.lookup(CheckedOutBranch.class).stream()
                .flatMap(each -> each.of(run, release.source().commit()).stream())
                .map(RemoteBranch::parse)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return names.size() == 1 ? ReleaseBranch.of(names.get(0)) : null;
    }
}
