package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.FourKeys;
import io.jenkins.plugins.godeploy.history.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four keys over a time and over the same time before it, as plain maps for a page. */
final class KeysModel {
    /** Into how many parts a chart divides a time. */
    private static final int PARTS = 10;

    private KeysModel() {}

    /** @param entries oldest first */
    static Map<String, Object> of(List<HistoryEntry> entries, Span span) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("now", keys(entries, span.from(), span.until()));
        Span before = span.before();
        // Where nothing was recorded before, there is nothing to compare with.
        boolean recorded = !entries.isEmpty() && entries.get(0).startedAt().isBefore(span.from());
        map.put("before", recorded ? keys(entries, before.from(), before.until()) : null);
        return map;
    }

    /** The keys over each of equal parts of a time, oldest first. */
    static List<Map<String, Object>> parts(List<HistoryEntry> entries, Span span) {
        Duration part = Duration.ofDays(span.days()).dividedBy(PARTS);
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            Instant from = span.from().plus(part.multipliedBy(i));
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("from", EntryModel.time(from));
            map.put("until", EntryModel.time(from.plus(part)));
            map.putAll(keys(entries, from, from.plus(part)));
            parts.add(map);
        }
        return parts;
    }

    private static Map<String, Object> keys(List<HistoryEntry> entries, Instant from, Instant until) {
        FourKeys keys = FourKeys.of(entries, from, until);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("deployments", keys.deployments());
        map.put("attempts", keys.attempts());
        map.put("failures", keys.failures());
        map.put("failureRate", keys.changeFailureRate());
        map.put("leadMillis", millis(keys.leadTime()));
        map.put("restoreMillis", millis(keys.timeToRestore()));
        return map;
    }

    private static Long millis(Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
