package io.jenkins.plugins.godeploy.jenkins.build;

import io.jenkins.plugins.godeploy.release.Release;

/**
 * A release in the archive of a build.
 *
 * @param release what it is
 * @param folder path of its folder in the archive; empty for the archive itself
 * @param recorded whether {@code goBuild} recorded it with the build; otherwise only a file in the archive says so
 */
public record ArchivedRelease(Release release, String folder, boolean recorded) {
    static ArchivedRelease recorded(Release release) {
        return new ArchivedRelease(release, ReleaseArchive.folder(release), true);
    }
}
