package io.jenkins.plugins.godeploy.history;

import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A line of a store's file. */
final class StoreLine {
    private StoreLine() {}

    static String of(HistoryRecord kept) {
        return JsonText.line(DeploymentJson.toMap(kept));
    }

    /** The record in a line; empty if the line holds none that can be read. */
    static Optional<HistoryRecord> read(String line) {
        try {
            return Optional.of(DeploymentJson.toRecord(JsonText.read(line)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
