package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import io.jenkins.plugins.godeploy.release.ReleaseJson;
import io.jenkins.plugins.godeploy.release.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code dist/} of a workspace while a build fills it. */
final class DistFolder {
    private final Path workspace;
    private final Path path;

    private DistFolder(Path workspace) {
        this.workspace = workspace;
        this.path = workspace.resolve("dist");
    }

    /**
     * Makes the folder ready: what an earlier build wrote is removed, its description first, so that no half of it can be
     * taken for a release.
     *
     * @throws BadInputException if it is a link or a file
     */
    static DistFolder prepare(Path workspace) throws IOException {
        DistFolder dist = new DistFolder(workspace);
        if (Files.exists(dist.path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(dist.path, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadInputException(
                    "'dist' in the workspace is not a folder; remove it, since the build makes it.");
        }
        Files.createDirectories(dist.path);
        List<String> stale = dist.earlierArtifacts();
        Files.deleteIfExists(dist.path.resolve(ReleaseJson.FILE_NAME));
        Files.deleteIfExists(dist.path.resolve(Sha256Sums.FILE_NAME));
        for (String name : stale) {
            Files.deleteIfExists(dist.path.resolve(name));
        }
        return dist;
    }

    Path path() {
        return path;
    }

    /** Describes what is there now and removes what the compiler left. */
    void finish(Release release) throws IOException {
        ReleaseFolder.write(path, release);
        Path left = workspace.resolve(Compilation.OUTPUT);
        if (Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.walk(left)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private List<String> earlierArtifacts() throws IOException {
        Path description = path.resolve(ReleaseJson.FILE_NAME);
        if (!Files.isRegularFile(description)) {
            return List.of();
        }
        try {
            return ReleaseJson.read(description).artifacts().stream()
                    .map(Artifact::name)
                    .toList();
        } catch (BadInputException e) {
            return List.of(); // nothing says which files are ours
        }
    }
}
