package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Deployments as plain maps, lists, strings, numbers and booleans. The keys are a contract: the command line's
 * {@code --json}, what the steps return and what the store keeps are the same; docs/command-line.md explains them.
 */
public final class DeploymentJson {
    private DeploymentJson() {}

    /** The record's number, then all of its deployment. Every key is there, with null for what is unknown. */
    public static LinkedHashMap<String, Object> toMap(HistoryRecord kept) {
        LinkedHashMap<String, Object> map = new LinkedHashMap<>();
        map.put("number", kept.number());
        map.putAll(toMap(kept.deployment()));
        return map;
    }

    /** As {@link #toMap(HistoryRecord)}, for a deployment that no store has numbered. */
    public static LinkedHashMap<String, Object> toMap(Deployment deployment) {
        LinkedHashMap<String, Object> map = new LinkedHashMap<>();
        map.put("id", deployment.id());
        map.put("kind", word(deployment.kind()));
        map.put("service", deployment.service());
        map.put("environment", deployment.environment());
        map.put("version", deployment.version());
        map.put("release", deployment.release());
        map.put("commit", deployment.commit());
        map.put("commitDate", time(deployment.commitDate()));
        map.put("result", word(deployment.result()));
        map.put("message", deployment.message());
        map.put("startedAt", time(deployment.startedAt()));
        map.put("durationMillis", deployment.durationMillis());
        map.put("bytesSent", deployment.bytesSent());
        map.put("strategy", deployment.strategy());
        map.put("actor", deployment.actor());
        map.put("url", deployment.url());
        ArrayList<Object> hosts = new ArrayList<>();
        deployment.hosts().forEach(host -> hosts.add(HostJson.toMap(host)));
        map.put("hosts", hosts);
        return map;
    }

    /**
     * The record that {@link #toMap(HistoryRecord)} made a map of. Keys that are not known are passed over: a newer
     * version may have written them.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static HistoryRecord toRecord(Map<String, ?> map) {
        JsonFields fields = new JsonFields(map);
        return new HistoryRecord(fields.number("number"), toDeployment(map));
    }

    private static Deployment toDeployment(Map<String, ?> map) {
        JsonFields fields = new JsonFields(map);
        List<HostResult> hosts = new ArrayList<>();
        fields.maps("hosts").forEach(host -> hosts.add(HostJson.fromMap(host)));
        return new Deployment(
                fields.text("id"),
                fields.word("kind", Deployment.Kind.class),
                fields.text("service"),
                fields.text("environment"),
                fields.textOrNull("version"),
                fields.textOrNull("release"),
                fields.textOrNull("commit"),
                fields.has("commitDate") ? Instant.parse(fields.text("commitDate")) : null,
                fields.word("result", Result.class),
                fields.textOrNull("message"),
                Instant.parse(fields.text("startedAt")),
                fields.number("durationMillis"),
                fields.textOrNull("strategy"),
                fields.textOrNull("actor"),
                fields.textOrNull("url"),
                hosts);
    }

    private static String time(Instant instant) {
        return instant == null ? null : DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    /** The version in a release's ID, {@code <version>-<12 hex digits>}; null for null or another form. */
    public static String versionOf(String release) {
        return release != null && release.matches("(?s).+-[0-9a-f]{12}")
                ? release.substring(0, release.length() - 13)
                : null;
    }

    /** A constant as it is written: {@code SUCCEEDED} is {@code succeeded}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
