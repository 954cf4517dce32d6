package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFile;
import io.jenkins.plugins.godeploy.release.Source;
import io.jenkins.plugins.godeploy.release.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Releases as tests need them. */
final class Builds {
    private Builds() {}

    /** A release of these commits, newest first. */
    static Release of(String version, Map<String, String> modules, String... commits) {
        List<Commit> log = Stream.of(commits).map(Builds::commit).toList();
        Source source = new Source(log.get(0).hash(), log.get(0).date(), "main", false, log);
        String sum = "ab".repeat(32);
        Artifact artifact = new Artifact(
                "shop_" + version + "_linux_amd64.tar.gz",
                new Target("linux", "amd64"),
                "tar.gz",
                100,
                sum,
                "shop",
                List.of(new ReleaseFile("shop", "0755", 11, sum)));
        return new Release("shop", version, source, "go1.22.1", "example.org/shop", modules, List.of(artifact));
    }

    /** A commit whose hash is this digit all over. */
    static Commit commit(String digit) {
        return new Commit(digit.repeat(40), Instant.parse("2026-01-31T12:00:00Z"), "Alice", "Change " + digit);
    }
}
