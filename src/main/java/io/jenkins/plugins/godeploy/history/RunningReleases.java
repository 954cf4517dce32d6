package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.host.Proof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds out what the hosts of one service in one environment serve, from its records, newest first. The hosts are those
 * of the newest deployment. It goes back until it knows for each since when, and no further.
 */
final class RunningReleases {
    private final Map<String, Found> hosts = new LinkedHashMap<>();

    /** What is known of one host so far. */
    private static final class Found {
        private HistoryRecord newest;
        private HistoryRecord oldest;
        private String release;
        private Proof proof;
        private boolean done;

        void older(HistoryRecord record, HostResult host) {
            if (host == null || newest != null && !saysNothing(host) && !Objects.equals(host.serves(), release)) {
                done = true;
            } else if (!saysNothing(host)) {
                if (newest == null) {
                    newest = record;
                    release = host.serves();
                    proof = Proof.NONE;
                }
                oldest = record;
                proof = proof == Proof.NONE ? host.proof() : proof;
            }
        }
    }

    /** Whether what the host serves is as it was before, because it was not reached. */
    private static boolean saysNothing(HostResult host) {
        return host.serves() == null && (host.result() == Result.REFUSED || host.result() == Result.STOPPED);
    }

    /** Takes the next older record. */
    void older(HistoryRecord record) {
        Map<String, HostResult> told = new LinkedHashMap<>();
        record.deployment().hosts().forEach(host -> told.put(host.host(), host));
        if (told.isEmpty()) {
            return; // a deployment that ended before it looked at a host, or whose result got lost
        }
        if (hosts.isEmpty()) {
            told.keySet().forEach(name -> hosts.put(name, new Found()));
        }
        hosts.forEach((name, found) -> {
            if (!found.done) {
                found.older(record, told.get(name));
            }
        });
    }

    /** Whether no older record is needed. */
    boolean done() {
        return !hosts.isEmpty() && hosts.values().stream().allMatch(found -> found.done);
    }

    /** Those of which both the newest and the deciding record may be seen. */
    List<RunningRelease> seenBy(HistoryView.Viewer viewer) {
        List<RunningRelease> running = new ArrayList<>();
        hosts.forEach((name, found) -> {
            if (found.newest != null && viewer.sees(found.newest.build()) && viewer.sees(found.oldest.build())) {
                running.add(new RunningRelease(
                        name,
                        found.release,
                        found.proof,
                        new HistoryRecord(
                                found.oldest.number(),
                                found.oldest.deployment(),
                                found.oldest.build() == null ? null : viewer.named(found.oldest.build()))));
            }
        });
        return running;
    }
}
