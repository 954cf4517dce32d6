package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.HistoryEntry;
import java.util.List;

/**
 * How a service stands in an environment.
 *
 * @param latest the newest deployment that was carried out; where all were refused, the newest of them
 * @param serving the newest deployment that tells what serves; null if none does
 * @param brought the deployment that brought there what {@code serving} tells of; null if {@code serving} is
 * @param before the newest deployment that left one other release serving on all hosts, before {@code brought}; null if
 *     there is none
 */
record Standing(HistoryEntry latest, HistoryEntry serving, HistoryEntry brought, HistoryEntry before) {
    /** @param entries of one service in one environment, oldest first, at least one */
    static Standing of(List<HistoryEntry> entries) {
        HistoryEntry latest = null;
        HistoryEntry serving = null;
        HistoryEntry brought = null;
        boolean same = true;
        for (int i = entries.size() - 1; i >= 0; i--) {
            HistoryEntry entry = entries.get(i);
            if (entry.result() != Result.REFUSED && latest == null) {
                latest = entry;
            }
            if (saysNothing(entry)) {
                continue;
            }
            if (serving == null) {
                serving = entry;
            }
            same = same && entry.serves().equals(serving.serves());
            if (same) {
                brought = entry;
            } else if (entry.serves().size() == 1 && !entry.serves().equals(serving.serves())) {
                return new Standing(latest, serving, brought, entry);
            }
        }
        return new Standing(latest == null ? entries.get(entries.size() - 1) : latest, serving, brought, null);
    }

    /** Whether what serves is as it was before it. */
    private static boolean saysNothing(HistoryEntry entry) {
        return entry.result() == Result.REFUSED
                || entry.result() == Result.STOPPED && entry.serves().isEmpty();
    }
}
