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
    private static final String ONE_LINE = "be one line of 1 to 512 characters";

    private final JsonFields fields;

    ReleaseReader(JsonFields fields) {
        this.fields = fields;
    }

    Release release() {
        fields.only("schema", "id", "digest", "service", "version", "goVersion", "module", "source", "artifacts");
        if (fields.size("schema") != ReleaseJson.SCHEMA) {
            throw fields.wrong("schema", "be " + ReleaseJson.SCHEMA + ", the one that this version of Go Deploy reads");
        }
        Release release = new Release(
                fields.parsed("service", Names::service),
                fields.parsed("version", Names::version),
                source(fields.object("source")),
                fields.text("goVersion", LINE, ONE_LINE),
                fields.text("module", LINE, ONE_LINE),
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
        fields.only("commit", "commitDate", "branch", "dirty");
        return new Source(
                fields.textOrNull("commit", COMMIT, "be a full commit hash"),
                commitDate(fields),
                fields.textOrNull("branch", LINE, ONE_LINE),
                fields.flag("dirty"));
    }

    private static Instant commitDate(JsonFields fields) {
        String rule = "be a time such as 2026-01-31T12:00:00Z";
        String text = fields.textOrNull("commitDate", LINE, rule);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw fields.wrong("commitDate", rule + " or null");
        }
    }

    private List<Artifact> artifacts() {
        List<JsonFields> objects = fields.objects("artifacts");
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
