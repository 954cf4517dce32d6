package io.jenkins.plugins.godeploy.jenkins.build;

import io.jenkins.plugins.godeploy.jenkins.branch.ReleaseBranch;
import io.jenkins.plugins.godeploy.release.Release;

/**
 * A release in the archive of a build.
 *
 * @param release what it is
 * @param folder path of its folder in the archive; empty for the archive itself
 * @param branch that it was built from; null if it is unknown
 */
public record ArchivedRelease(Release release, String folder, ReleaseBranch branch) {
    static ArchivedRelease recorded(BuiltRelease built) {
        Release release = built.toRelease();
        return new ArchivedRelease(release, ReleaseArchive.folder(release), built.branch());
    }
}
