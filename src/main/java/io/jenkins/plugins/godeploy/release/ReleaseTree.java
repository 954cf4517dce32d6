package io.jenkins.plugins.godeploy.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A release as the JSON tree that {@code release.json} holds. */
final class ReleaseTree {
    private ReleaseTree() {}

    static ObjectNode of(Release release, ObjectMapper mapper) {
        ObjectNode tree = mapper.createObjectNode()
                .put("schema", ReleaseJson.SCHEMA)
                .put("id", release.id())
                .put("digest", release.digest())
                .put("service", release.service())
                .put("version", release.version())
                .put("goVersion", release.goVersion())
                .put("module", release.module());
        source(release.source(), tree.putObject("source"));
        ObjectNode modules = tree.putObject("modules");
        release.modules().forEach(modules::put);
        ArrayNode artifacts = tree.putArray("artifacts");
        release.artifacts().forEach(artifact -> artifact(artifact, artifacts.addObject()));
        return tree;
    }

    private static void source(Source source, ObjectNode tree) {
        tree.put("commit", source.commit())
                .put(
                        "commitDate",
                        source.commitDate() == null ? null : source.commitDate().toString())
                .put("branch", source.branch())
                .put("dirty", source.dirty());
        ArrayNode commits = tree.putArray("commits");
        source.commits().forEach(commit -> commits.addObject()
                .put("hash", commit.hash())
                .put("date", commit.date().toString())
                .put("author", commit.author())
                .put("subject", commit.subject()));
    }

    private static void artifact(Artifact artifact, ObjectNode tree) {
        tree.put("name", artifact.name())
                .put("target", artifact.target().toString())
                .put("format", artifact.format())
                .put("size", artifact.size())
                .put("sha256", artifact.sha256())
                .put("binary", artifact.binary());
        ArrayNode files = tree.putArray("files");
        artifact.files().forEach(file -> files.addObject()
                .put("path", file.path())
                .put("mode", file.mode())
                .put("size", file.size())
                .put("sha256", file.sha256()));
    }
}
