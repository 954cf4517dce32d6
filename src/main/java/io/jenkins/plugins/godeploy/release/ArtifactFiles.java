package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the files of an artifact back out of it and holds it to its description: exactly the files that are listed, each
 * with the listed mode, size and sum. What it hands out has only listed paths, so that nothing in an archive can lead
 * out of a folder.
 */
public final class ArtifactFiles {
    /** Takes one file after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** @param content the file's bytes, as many as it is listed with; closed by the caller; need not be read to its end */
        void file(ReleaseFile file, InputStream content) throws IOException;
    }

    private final Artifact artifact;
    private final Visitor visitor;
    private final Map<String, ReleaseFile> missing = new HashMap<>();

    private ArtifactFiles(Artifact artifact, Visitor visitor) {
        this.artifact = artifact;
        this.visitor = visitor;
        artifact.files().forEach(file -> missing.put(FilePaths.check("The path", file.path()), file));
    }

    /**
     * Hands every file of the artifact to the visitor, in the order they lie in the archive (sorted by path in those of
     * {@link ArtifactWriter}). A file's sum is known to be right only when this returns.
     *
     * @param dist folder of the artifact
     * @throws BadInputException if the artifact does not hold what is listed
     */
    public static void read(Path dist, Artifact artifact, Visitor visitor) throws IOException {
        ArtifactFiles files = new ArtifactFiles(artifact, visitor);
        ArchiveSource.of(ArchiveFormat.of(artifact.format()))
                .read(dist.resolve(artifact.name()), artifact, files::entry);
        files.missing.keySet().stream().sorted().findFirst().ifPresent(path -> {
            throw files.wrong("does not hold '" + path + "', which release.json lists");
        });
    }

    private void entry(String path, int mode, boolean regular, InputStream content) throws IOException {
        ReleaseFile file = missing.remove(path);
        if (file == null || !regular) {
            throw wrong("holds '" + Printable.line(path) + "', which release.json does not list as a file");
        }
        if (mode != Integer.parseInt(file.mode(), 8)) {
            throw wrong("holds '" + path + "' with mode " + String.format("%04o", mode) + " where release.json has "
                    + file.mode());
        }
        VerifiedStream stream = new VerifiedStream(content, file.size());
        visitor.file(file, stream);
        if (!stream.finish().equals(file.sha256())) {
            throw wrong("holds another '" + path + "' than release.json lists: its size or SHA-256 differs");
        }
    }

    private BadInputException wrong(String what) {
        return new BadInputException(
                artifact.name() + " " + what + "; take the artifact and release.json from the same build.");
    }
}
