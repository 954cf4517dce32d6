package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The four keys of software delivery over a time, after dora.dev/guides/dora-metrics-four-keys. Deployments that were
 * refused or stopped count in none of them. Medians of an even number are the lower of the two in the middle.
 *
 * @param deployments how many deployments succeeded, rollbacks not counted
 * @param attempts how many deployments were carried out, whatever came of them
 * @param failures how many of those returned, failed in whole or in part, or succeeded and were the next to be rolled
 *     back
 * @param leadTime median time from the commit to the end of the deployment that succeeded; null where no commit's time
 *     is known
 * @param timeToRestore median time from a failure to its end: of a deployment that returned its own duration; of one
 *     that failed, or was rolled back, until the next that succeeded; null where nothing was restored
 */
public record FourKeys(int deployments, int attempts, int failures, Duration leadTime, Duration timeToRestore) {
    /**
     * The keys of all deployments that began in a time.
     *
     * @param entries oldest first; also those after the time, which tell how failures ended
     * @param from inclusive
     * @param until exclusive
     */
    public static FourKeys of(List<HistoryEntry> entries, Instant from, Instant until) {
        Map<Cell, HistoryEntry> next = new HashMap<>();
        Map<Cell, HistoryEntry> nextGood = new HashMap<>();
        int deployments = 0;
        int attempts = 0;
        int failures = 0;
        List<Duration> leads = new ArrayList<>();
        List<Duration> restores = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            HistoryEntry entry = entries.get(i);
            if (entry.result() == Result.REFUSED || entry.result() == Result.STOPPED) {
                continue;
            }
            Cell cell = Cell.of(entry);
            boolean counts = entry.kind() == Deployment.Kind.DEPLOY
                    && !entry.startedAt().isBefore(from)
                    && entry.startedAt().isBefore(until);
            if (counts) {
                attempts++;
                boolean good = entry.result() == Result.SUCCEEDED;
                deployments += good ? 1 : 0;
                if (good && entry.commitDate() != null) {
                    leads.add(Duration.between(entry.commitDate(), entry.endedAt()));
                }
                if (!good || isRollback(next.get(cell))) {
                    failures++;
                    restored(entry, nextGood.get(cell), restores);
                }
            }
            next.put(cell, entry);
            if (entry.result() == Result.SUCCEEDED) {
                nextGood.put(cell, entry);
            }
        }
        return new FourKeys(deployments, attempts, failures, median(leads), median(restores));
    }

    private static boolean isRollback(HistoryEntry next) {
        return next != null && next.kind() == Deployment.Kind.ROLLBACK;
    }

    private static void restored(HistoryEntry failed, HistoryEntry nextGood, List<Duration> restores) {
        if (failed.result() == Result.RETURNED) {
            restores.add(Duration.between(failed.startedAt(), failed.endedAt()));
        } else if (nextGood != null) {
            restores.add(Duration.between(failed.endedAt(), nextGood.endedAt()));
        }
    }

    private static Duration median(List<Duration> durations) {
        return durations.isEmpty() ? null : durations.stream().sorted().toList().get((durations.size() - 1) / 2);
    }

    /** The share of deployments that failed, 0 to 1; null where there was none. */
    public Double changeFailureRate() {
        return attempts == 0 ? null : (double) failures / attempts;
    }
}
