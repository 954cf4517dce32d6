package io.jenkins.plugins.godeploy.release;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Makes an artifact of the fields of {@code release.json} and holds them to the schema. */
final class ArtifactReader {
    private static final Pattern NAME =
            Pattern.compile("(?!release\\.json$|SHA256SUMS$)[A-Za-z0-9][A-Za-z0-9.+_~-]{0,254}");
    private static final Pattern MODE = Pattern.compile("0[0-7]{3}");
    private static final Pattern ANY = Pattern.compile("(?s).*");

    private final JsonFields fields;

    ArtifactReader(JsonFields fields) {
        this.fields = fields;
    }

    Artifact artifact() {
        fields.only("name", "target", "format", "size", "sha256", "binary", "files");
        List<ReleaseFile> files = files();
        Artifact artifact = new Artifact(
                fields.text(
                        "name",
                        NAME,
                        "be a file name of letters, digits and . + _ ~ -, not that of another file of the release"),
                fields.parsed("target", Target::parse),
                fields.parsed("format", ArchiveFormat::of).word(),
                fields.size("size"),
                sum(fields),
                fields.text("binary", ANY, "be the path of the program"),
                files);
        requireProgram(artifact);
        requireBare(artifact);
        return artifact;
    }

    private List<ReleaseFile> files() {
        List<ReleaseFile> files = fields.objects("files").stream()
                .map(ArtifactReader::file)
                .sorted(Comparator.comparing(ReleaseFile::path))
                .toList();
        FilePaths.conflict(files.stream().map(ReleaseFile::path).toList()).ifPresent(conflict -> {
            throw fields.wrong("files", "have paths that can lie in one folder, and " + conflict);
        });
        return files;
    }

    private static ReleaseFile file(JsonFields fields) {
        fields.only("path", "mode", "size", "sha256");
        String path = fields.text("path", ANY, "be a path");
        FilePaths.problem(path).ifPresent(rule -> {
            throw fields.wrong("path", rule);
        });
        String mode = fields.text("mode", MODE, "be four octal digits, the first of them 0, such as 0644");
        return new ReleaseFile(path, mode, fields.size("size"), sum(fields));
    }

    private static String sum(JsonFields fields) {
        return fields.text("sha256", Digests.HEX, "be 64 hex digits in lower case");
    }

    private void requireProgram(Artifact artifact) {
        boolean found = artifact.files().stream()
                .anyMatch(file ->
                        file.path().equals(artifact.binary()) && (Integer.parseInt(file.mode(), 8) & 0100) != 0);
        if (!found) {
            throw fields.wrong("binary", "be the path of one of its files that its owner may execute");
        }
    }

    private void requireBare(Artifact artifact) {
        if (!artifact.format().equals(ArchiveFormat.BINARY.word())) {
            return;
        }
        ReleaseFile file = artifact.files().get(0);
        if (artifact.files().size() != 1
                || file.size() != artifact.size()
                || !file.sha256().equals(artifact.sha256())) {
            throw fields.wrong("files", "be the artifact itself alone, since its format is binary");
        }
    }
}
