package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.HistoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A page of the deployments in which a text occurs, newest first, as plain maps. */
public final class DeploymentList {
    private final EntryModel model;

    public DeploymentList(BuildLinks builds) {
        model = new EntryModel(builds);
    }

    /**
     * One page.
     *
     * @param entries oldest first
     * @param text found in the name of the service, environment or a host, in the version, release or actor, or at the
     *     beginning of the commit's hash, whatever its case; empty for all
     * @param before only deployments with a lower number
     * @param limit how many at most, from 1
     */
    public Map<String, Object> page(List<HistoryEntry> entries, String text, long before, int limit) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Map<String, Object>> found = new ArrayList<>();
        Long next = null;
        for (int i = entries.size() - 1; i >= 0 && next == null; i--) {
            HistoryEntry entry = entries.get(i);
            if (entry.number() >= before || !matches(entry, wanted)) {
                continue;
            }
            if (found.size() == limit) {
                next = entry.number() + 1;
            } else {
                found.add(model.of(entry));
            }
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("deployments", found);
        map.put("next", next);
        return map;
    }

    private static boolean matches(HistoryEntry entry, String wanted) {
        return wanted.isEmpty()
                || contains(entry.service(), wanted)
                || contains(entry.environment(), wanted)
                || contains(entry.release(), wanted)
                || contains(entry.version(), wanted)
                || contains(entry.actor(), wanted)
                || entry.commit() != null && entry.commit().startsWith(wanted)
                || entry.hostNames().stream().anyMatch(host -> contains(host, wanted));
    }

    private static boolean contains(String value, String wanted) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
