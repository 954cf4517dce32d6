package io.jenkins.plugins.godeploy.jenkins.build;

import io.jenkins.plugins.godeploy.jenkins.branch.ReleaseBranch;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseJson;
import java.nio.charset.StandardCharsets;

/**
 * A release that a build made, as it lies in the build's record: its {@code release.json} as text, whose schema has a
 * version, so that builds of today can be read in years.
 */
final class BuiltRelease {
    private final String json;
    /** Null if it is unknown. */
    private final String branch;
    /** See {@link ReleaseBranch#mark}. */
    private final String branchMark;

    private BuiltRelease(String json, ReleaseBranch branch) {
        this.json = json;
        this.branch = branch == null ? null : branch.name();
        this.branchMark = branch == null ? null : branch.mark();
    }

    /** @param branch null if it is unknown */
    static BuiltRelease of(Release release, ReleaseBranch branch) {
        return new BuiltRelease(new String(ReleaseJson.bytes(release), StandardCharsets.UTF_8), branch);
    }

    /** Null if it is unknown. */
    ReleaseBranch branch() {
        return branch == null ? null : new ReleaseBranch(branch, branchMark);
    }

    Release toRelease() {
        return ReleaseJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
