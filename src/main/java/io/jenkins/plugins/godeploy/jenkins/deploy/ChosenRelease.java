package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.godeploy.release.Release;

/**
 * A release to deploy, and where its bytes are.
 *
 * @param release what it is
 * @param origin the build whose branch is the release's
 * @param recorded whether {@code goBuild} recorded the release with that build; otherwise what it says of its branch is
 *     worth nothing
 * @param archive path of its folder in the build's archive; null if it lies in a folder of the workspace
 * @param folder on the agent; null if it lies in the archive
 */
record ChosenRelease(Release release, Run<?, ?> origin, boolean recorded, String archive, FilePath folder) {
    /** The branch that was checked out when it was built; null if nobody recorded it. */
    String branch() {
        return recorded && release.source() != null ? release.source().branch() : null;
    }
}
