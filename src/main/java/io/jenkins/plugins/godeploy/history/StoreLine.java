package io.jenkins.plugins.godeploy.history;

import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A line of a store's file: the keys of {@link DeploymentJson}, and those of the build where there was one. */
final class StoreLine {
    private static final String JOB_KEY = "jobKey";
    private static final String JOB = "job";
    private static final String BUILD = "build";

    private StoreLine() {}

    static String of(HistoryRecord kept) {
        LinkedHashMap<String, Object> map = DeploymentJson.toMap(kept);
        if (kept.build() != null) {
            map.put(JOB_KEY, kept.build().jobKey());
            map.put(JOB, kept.build().job());
            map.put(BUILD, kept.build().number());
        }
        return JsonText.line(map);
    }

    /** The record in a line; empty if the line holds none that can be read. */
    static Optional<HistoryRecord> read(String line) {
        try {
            Map<String, Object> map = JsonText.read(line);
            HistoryRecord kept = DeploymentJson.toRecord(map);
            return Optional.of(new HistoryRecord(kept.number(), kept.deployment(), build(new JsonFields(map))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static RecordedBuild build(JsonFields fields) {
        return fields.has(JOB_KEY)
                ? new RecordedBuild(fields.text(JOB_KEY), fields.text(JOB), fields.number(BUILD))
                : null;
    }
}
