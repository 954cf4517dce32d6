package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a release of the fields of {@code release.json} and holds them to the schema. */
final class ReleaseReader {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{1,512}");
    private static final String DATE = "be a time such as 2026-01-31T12:00:00Z";
    private static final String ONE_LINE = "be one line of 1 to 512 characters";

    private final JsonFields fields;

    ReleaseReader(JsonFields fields) {
        this.fields = fields;
    }

    Release release() {
        fields.only(
                "schema",
                "id",
                "digest",
                "service",
                "version",
                "goVersion",
                "module",
                "source",
                "modules",
                "artifacts");
        if (fields.size("schema") != ReleaseJson.SCHEMA) {
            throw fields.wrong("schema", "be " + ReleaseJson.SCHEMA + ", the one that this version of Go Deploy reads");
        }
        Release release = new Release(
                fields.parsed("service", Names::service),
                fields.parsed("version", Names::version),
                source(fields.object("source")),
                fields.text("goVersion", LINE, ONE_LINE),
                fields.text("module", LINE, ONE_LINE),
                fields.object("modules").texts(LINE, ONE_LINE),
                artifacts());
        requireSame("digest", release.digest());
        requireSame("id", release.id());
        return release;
    }

    private void requireSame(String name, String computed) {
        if (!fields.text(name, LINE, ONE_LINE).equals(computed)) {
            throw fields.wrong(name, "be " + computed + ", which is what its files give");
        }
    }

    private static Source source(JsonFields fields) {
        fields.only("commit", "commitDate", "branch", "dirty", "commits");
        return new Source(
                fields.textOrNull("commit", COMMIT, "be a full commit hash"),
                dateOrNull(fields, "commitDate"),
                fields.textOrNull("branch", LINE, ONE_LINE),
                fields.flag("dirty"),
                fields.objects("commits").stream().map(ReleaseReader::commit).toList());
    }

    private static Commit commit(JsonFields fields) {
        fields.only("hash", "date", "author", "subject");
        return new Commit(
                fields.text("hash", COMMIT, "be a full commit hash"),
                date(fields, "date", DATE),
                fields.text("author", LINE, ONE_LINE),
                fields.text("subject", LINE, ONE_LINE));
    }

    private static Instant dateOrNull(JsonFields fields, String name) {
        String text = fields.textOrNull(name, LINE, DATE);
        return text == null ? null : date(fields, name, DATE + " or null");
    }

    private static Instant date(JsonFields fields, String name, String rule) {
        try {
            return Instant.parse(fields.text(name, LINE, rule));
        } catch (DateTimeException e) {
            throw fields.wrong(name, rule);
        }
    }

    private List<Artifact> artifacts() {
        List<JsonFields> objects = fields.objects("artifacts");
        if (objects.isEmpty()) {
            throw fields.wrong("artifacts", "be an array with one object at least");
        }
        List<Artifact> artifacts = objects.stream()
                .map(object -> new ArtifactReader(object).artifact())
                .toList();
        FilePaths.conflict(artifacts.stream().map(Artifact::name).toList()).ifPresent(this::refuseArtifacts);
        FilePaths.conflict(artifacts.stream().map(a -> a.target().toString()).toList())
                .ifPresent(this::refuseArtifacts);
        return artifacts;
    }

    private void refuseArtifacts(String conflict) {
        throw new BadInputException(ReleaseJson.FILE_NAME + ": in field 'artifacts' " + conflict
                + "; every artifact has a name and a target of its own.");
    }
}
