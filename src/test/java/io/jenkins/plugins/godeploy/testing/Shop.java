package io.jenkins.plugins.godeploy.testing;

import io.jenkins.plugins.godeploy.release.ArchiveFormat;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.ArtifactWriter;
import io.jenkins.plugins.godeploy.release.PackFile;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import io.jenkins.plugins.godeploy.release.Source;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The demo's releases, compiled once: 1.0.0 and 1.1.0 serve, 1.2.0 comes up and is not healthy, 1.3.0 crashes at once.
 */
public final class Shop {
    /** A release and the folder with its artifacts. */
    public record Built(Release release, Path dist) {
        public String id() {
            return release.id();
        }
    }

    private static final Map<String, Built> BUILT = new ConcurrentHashMap<>();
    private static Path repository;

    private Shop() {}

    public static Built version(String version) {
        return BUILT.computeIfAbsent(version, v -> build(v, Target.parse("linux/amd64")));
    }

    /** A version's release for another target than the test hosts have. */
    public static Built version(String version, Target target) {
        return BUILT.computeIfAbsent(version + target, v -> build(version, target));
    }

    private static synchronized Built build(String version, Target target) {
        Machine.require("git", "go");
        try {
            if (repository == null) {
                repository = Files.createTempDirectory("shop").resolve("shop");
                Command.run(Machine.project().resolve("src/demo/make-shop-repo").toString(), repository.toString());
            }
            in("git", "checkout", "-q", "v" + version);
            String commit = in("git", "rev-parse", "HEAD").strip();
            Path program = repository.resolveSibling("shop-" + version + "-" + target.arch());
            ProcessBuilder go = new ProcessBuilder(
                            "go",
                            "build",
                            "-trimpath",
                            "-ldflags",
                            "-s -w -X main.version=" + version + " -X main.commit=" + commit,
                            "-o",
                            program.toString(),
                            "./cmd/shop")
                    .directory(repository.toFile());
            go.environment().putAll(Map.of("CGO_ENABLED", "0", "GOOS", target.os(), "GOARCH", target.arch()));
            Command.run(go);
            Path dist = Files.createTempDirectory("shop-dist");
            Artifact artifact = new ArtifactWriter(dist, null)
                    .write(
                            "shop_" + version + ".tar.gz",
                            target,
                            ArchiveFormat.TAR_GZ,
                            "shop",
                            List.of(new PackFile("shop", "0755", program)));
            Source source = new Source(commit, Instant.EPOCH, "main", false, List.of());
            Release release =
                    new Release("shop", version, source, "go", "example.org/shop", Map.of(), List.of(artifact));
            ReleaseFolder.write(dist, release);
            return new Built(release, dist);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String in(String... command) {
        return Command.run(new ProcessBuilder(command).directory(repository.toFile()));
    }
}
