package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryEntry;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** A deployment in short, as plain maps for a page. */
final class EntryModel {
    private final BuildLinks builds;

    EntryModel(BuildLinks builds) {
        this.builds = builds;
    }

    Map<String, Object> of(HistoryEntry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", entry.number());
        map.put("kind", DeploymentJson.word(entry.kind()));
        map.put("service", entry.service());
        map.put("environment", entry.environment());
        map.put("version", entry.version());
        map.put("release", entry.release());
        map.put("commit", entry.commit());
        map.put("result", DeploymentJson.word(entry.result()));
        map.put("startedAt", time(entry.startedAt()));
        map.put("endedAt", time(entry.endedAt()));
        map.put("actor", entry.actor());
        map.put("build", build(entry.build(), entry.url()));
        map.put("hosts", new ArrayList<>(entry.hostNames()));
        map.put("goodHosts", entry.goodHosts());
        return map;
    }

    /**
     * A build's name and address.
     *
     * @param recorded the address at that time, which is all that older records have; null on the command line
     * @return null where no build did it
     */
    Map<String, Object> build(RecordedBuild build, String recorded) {
        if (build == null && recorded == null) {
            return null;
        }
        RecordedBuild named = build == null ? null : builds.named(build);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("job", named == null ? null : named.job());
        map.put("number", named == null ? null : named.number());
        map.put("url", named == null ? recorded : builds.url(named));
        return map;
    }

    static String time(Instant instant) {
        return instant == null ? null : DateTimeFormatter.ISO_INSTANT.format(instant);
    }
}
