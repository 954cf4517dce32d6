package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.Job;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.jenkins.record.Recorder;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the history says of the hosts of an environment.
 *
 * @param release ID of the release that was deployed last; null if it does not know
 * @param journalHeads the last known line of each host's journal, by its hash
 */
record LastKnown(String release, HashMap<String, String> journalHeads) implements Serializable {
    /** Of an administrator's environment, whose name means the same hosts to every job. */
    static LastKnown of(String service, String environment) throws IOException {
        HistoryStore history = Recorder.store();
        return of(history.lastSucceeded(service, environment), history.journalHeads(service, environment));
    }

    /**
     * Of an environment that a repository or a step defines: other jobs may mean other hosts by that name, so what they
     * deployed says nothing of these, and may be none of this job's business.
     */
    static LastKnown of(String service, String environment, Job<?, ?> job) throws IOException {
        HistoryStore history = Recorder.store();
        Optional<HistoryRecord> last = history.lastSucceeded(service, environment);
        return last.isPresent() && Recorder.isOf(last.get(), job)
                ? of(last, history.journalHeads(service, environment))
                : of(Optional.empty(), Map.of());
    }

    private static LastKnown of(Optional<HistoryRecord> last, Map<String, String> heads) {
        return new LastKnown(last.map(kept -> kept.deployment().release()).orElse(null), new HashMap<>(heads));
    }
}
