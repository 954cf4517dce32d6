package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.model.InvisibleAction;
import io.jenkins.plugins.godeploy.jenkins.branch.ReleaseBranch;
import io.jenkins.plugins.godeploy.release.Release;
import java.util.ArrayList;
import java.util.List;

/** The releases that a build made. */
final class ReleaseAction extends InvisibleAction {
    private final List<BuiltRelease> releases = new ArrayList<>();

    /** @param branch null if it is unknown */
    synchronized void add(Release release, ReleaseBranch branch) {
        if (releases.stream().noneMatch(each -> each.toRelease().equals(release))) {
            releases.add(BuiltRelease.of(release, branch));
        }
    }

    synchronized List<BuiltRelease> releases() {
        return List.copyOf(releases);
    }
}
