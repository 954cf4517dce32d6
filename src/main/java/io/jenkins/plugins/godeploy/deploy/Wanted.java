package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.transfer.Payload;

/**
 * The release that is to serve.
 *
 * @param id its ID
 * @param version its version
 * @param release what was built; null for a rollback to what the hosts have
 */
record Wanted(String id, String version, Release release) {
    static Wanted of(Release release) {
        return new Wanted(release.id(), release.version(), release);
    }

    /** A release on a host is known by its ID alone. */
    static Wanted installed(String id) {
        return new Wanted(id, version(id), null);
    }

    /** The version in an ID: what comes before the last hyphen. */
    static String version(String id) {
        int hyphen = id.lastIndexOf('-');
        return hyphen < 0 ? id : id.substring(0, hyphen);
    }

    Artifact artifact(HostFacts facts) {
        return release.require(facts.platform());
    }

    /** SHA-256 of the folder's {@code SHA256SUMS} on a host; null if unknown. */
    String sums(HostFacts facts) {
        return release == null ? null : Payload.sums(artifact(facts));
    }
}
