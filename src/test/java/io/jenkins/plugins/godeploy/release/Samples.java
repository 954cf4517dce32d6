package io.jenkins.plugins.godeploy.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Releases for tests, made of small files. */
final class Samples {
    static final Instant COMMIT_DATE = Instant.parse("2026-01-31T12:00:00Z");
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final Source SOURCE = new Source(
            COMMIT, COMMIT_DATE, "main", false, List.of(new Commit(COMMIT, COMMIT_DATE, "Alice", "Add a till")));
    static final Target LINUX = new Target("linux", "amd64");

    private Samples() {}

    /** Files for an artifact: the program {@code shop} and these others, in a folder below {@code work}. */
    static List<PackFile> files(Path work, Map<String, String> others) throws IOException {
        List<PackFile> files = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(others);
        all.put("shop", "the program");
        for (Map.Entry<String, String> file : all.entrySet()) {
            Path content = work.resolve("in").resolve(file.getKey());
            Files.createDirectories(content.getParent());
            Files.writeString(content, file.getValue());
            files.add(new PackFile(file.getKey(), file.getKey().equals("shop") ? "0755" : "0644", content));
        }
        return files;
    }

    /** An artifact of {@code shop} and {@code conf/shop.ini} in {@code dist}. */
    static Artifact artifact(Path work, Path dist, ArchiveFormat format) throws IOException {
        Files.createDirectories(dist);
        Map<String, String> others = format == ArchiveFormat.BINARY ? Map.of() : Map.of("conf/shop.ini", "port=80\n");
        return new ArtifactWriter(dist, COMMIT_DATE)
                .write(format.fileName("shop", "1.2.0", LINUX), LINUX, format, "shop", files(work, others));
    }

    /** A complete {@code dist} folder. */
    static Release release(Path work, Path dist) throws IOException {
        Release release = release(artifact(work, dist, ArchiveFormat.TAR_GZ));
        ReleaseFolder.write(dist, release);
        return release;
    }

    static Release release(Artifact artifact) {
        return new Release(
                "shop",
                "1.2.0",
                SOURCE,
                "go1.22.1",
                "example.org/shop",
                Map.of("example.org/money", "v1.4.0"),
                List.of(artifact));
    }
}
