package io.jenkins.plugins.godeploy.history;

/** A service in an environment. */
record Cell(String service, String environment) {
    static Cell of(HistoryEntry entry) {
        return new Cell(entry.service(), entry.environment());
    }
}
