package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A history divided by service and environment. */
final class ByCell {
    private final Map<String, Map<String, List<HistoryEntry>>> services = new TreeMap<>();
    private final Map<String, List<HistoryEntry>> environments = new TreeMap<>();

    /** @param entries oldest first */
    ByCell(List<HistoryEntry> entries) {
        for (HistoryEntry entry : entries) {
            services.computeIfAbsent(entry.service(), none -> new TreeMap<>())
                    .computeIfAbsent(entry.environment(), none -> new ArrayList<>())
                    .add(entry);
            environments
                    .computeIfAbsent(entry.environment(), none -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** The entries of each service in each environment, oldest first, by the names of the service and the environment. */
    Map<String, Map<String, List<HistoryEntry>>> services() {
        return services;
    }

    /** The entries of each environment, oldest first, by its name. */
    Map<String, List<HistoryEntry>> environments() {
        return environments;
    }
}
