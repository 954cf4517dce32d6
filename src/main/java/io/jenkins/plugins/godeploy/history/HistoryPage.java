package io.jenkins.plugins.godeploy.history;

import java.util.List;

/**
 * Some records, newest first.
 *
 * @param records at most as many as were asked for
 * @param next the number before which the next page begins; null if there is none
 */
public record HistoryPage(List<HistoryRecord> records, Long next) {
    public HistoryPage {
        records = List.copyOf(records);
    }
}
