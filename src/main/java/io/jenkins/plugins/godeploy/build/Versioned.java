package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.release.Source;
import java.util.Objects;

/**
 * The sources of a build and the version they are given.
 *
 * @param version see {@link io.jenkins.plugins.godeploy.release.Names#version}
 * @param source all null where git could not tell
 */
record Versioned(String version, Source source) {
    /** Full hash; empty if unknown. */
    String commit() {
        return Objects.requireNonNullElse(source.commit(), "");
    }

    /** As Go's {@code time.RFC3339} in UTC; empty if unknown. */
    String commitDate() {
        return source.commitDate() == null ? "" : source.commitDate().toString();
    }

    /** Seconds since the epoch; empty if unknown. */
    String commitTimestamp() {
        return source.commitDate() == null
                ? ""
                : String.valueOf(source.commitDate().getEpochSecond());
    }
}
