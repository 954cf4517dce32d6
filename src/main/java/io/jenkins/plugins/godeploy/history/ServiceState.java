package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the records say of a service in an environment.
 *
 * @param latest the newest deployment that was carried out, which is any that was not refused; where all were, the
 *     newest of them
 * @param succeeded the newest that succeeded; null if none did
 */
public record ServiceState(HistoryEntry latest, HistoryEntry succeeded) {
    /**
     * The state of each service in each environment, the one that was deployed last first.
     *
     * @param entries oldest first
     */
    public static List<ServiceState> of(List<HistoryEntry> entries) {
        Map<Cell, ServiceState> states = new LinkedHashMap<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            HistoryEntry entry = entries.get(i);
            states.merge(Cell.of(entry), new ServiceState(entry, null), (state, none) -> state);
            states.computeIfPresent(Cell.of(entry), (cell, state) -> state.before(entry));
        }
        return new ArrayList<>(states.values());
    }

    private ServiceState before(HistoryEntry older) {
        return new ServiceState(
                latest.result() == Result.REFUSED && older.result() != Result.REFUSED ? older : latest,
                succeeded == null && older.result() == Result.SUCCEEDED ? older : succeeded);
    }

    public String service() {
        return latest.service();
    }

    public String environment() {
        return latest.environment();
    }

    /**
     * The IDs of the releases that serve, as far as the latest deployment found out: one where all hosts agree, none
     * where nothing serves or nothing is known.
     */
    public List<String> serves() {
        return latest.serves();
    }
}
