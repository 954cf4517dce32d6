package io.jenkins.plugins.godeploy.jenkins.build;

import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseJson;
import java.nio.charset.StandardCharsets;

/**
 * A release that a build made, as it lies in the build's record: its {@code release.json} as text, whose schema has a
 * version, so that builds of today can be read in years.
 */
final class BuiltRelease {
    private final String json;

    private BuiltRelease(String json) {
        this.json = json;
    }

    static BuiltRelease of(Release release) {
        return new BuiltRelease(new String(ReleaseJson.bytes(release), StandardCharsets.UTF_8));
    }

    Release toRelease() {
        return ReleaseJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
