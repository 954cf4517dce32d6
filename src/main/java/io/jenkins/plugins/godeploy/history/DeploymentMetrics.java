package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A history as metrics for Prometheus. Counters and the histogram begin at zero when Jenkins starts, as Prometheus
 * expects of a process; what happened before is seen in the gauges.
 */
public final class DeploymentMetrics {
    private static final int[] BUCKETS = {5, 15, 30, 60, 120, 300, 600, 1800, 3600};

    private DeploymentMetrics() {}

    /**
     * The metrics in Prometheus' text format, version 0.0.4.
     *
     * @param entries oldest first
     * @param start number of the last record before Jenkins started; 0 for none
     */
    public static String text(List<HistoryEntry> entries, long start) {
        Map<Cell, Tally> cells =
                new TreeMap<>(Comparator.comparing(Cell::service).thenComparing(Cell::environment));
        for (HistoryEntry entry : entries) {
            cells.computeIfAbsent(Cell.of(entry), none -> new Tally()).add(entry, entry.number() > start);
        }
        PrometheusText text = new PrometheusText();
        ended(cells, text);
        durations(cells, text);
        text.family(
                "go_deploy_last_success_timestamp_seconds",
                "gauge",
                "When the newest deployment or rollback that succeeded ended.");
        cells.forEach((cell, tally) -> {
            if (tally.success != null) {
                text.sample("", seconds(tally.success.endedAt()), labels(cell));
            }
        });
        text.family(
                "go_deploy_last_attempt_timestamp_seconds",
                "gauge",
                "When the newest deployment or rollback ended, however it ended.");
        cells.forEach((cell, tally) -> text.sample("", seconds(tally.newest.endedAt()), labels(cell)));
        text.family(
                "go_deploy_last_attempt_hosts",
                "gauge",
                "Hosts of the newest deployment or rollback, by whether they ended as they should.");
        cells.forEach((cell, tally) -> {
            int good = tally.newest.goodHosts();
            text.sample("", good, labels(cell, "outcome", "good"));
            text.sample("", tally.newest.hosts() - good, labels(cell, "outcome", "bad"));
        });
        return text.toString();
    }

    private static void ended(Map<Cell, Tally> cells, PrometheusText text) {
        text.family(
                "go_deploy_deployments_total",
                "counter",
                "Deployments and rollbacks that ended since Jenkins started.");
        cells.forEach((cell, tally) -> {
            for (Deployment.Kind kind : Deployment.Kind.values()) {
                for (Result result : Result.values()) {
                    int count = tally.ended[kind.ordinal()][result.ordinal()];
                    // Those that can be expected are there from the beginning, so that their first increase is seen.
                    if (count > 0 || result == Result.SUCCEEDED || result == Result.FAILED) {
                        text.sample(
                                "",
                                count,
                                labels(cell, "kind", DeploymentJson.word(kind), "result", DeploymentJson.word(result)));
                    }
                }
            }
        });
    }

    private static void durations(Map<Cell, Tally> cells, PrometheusText text) {
        text.family(
                "go_deploy_duration_seconds",
                "histogram",
                "How long deployments and rollbacks took that ended since Jenkins started.");
        cells.forEach((cell, tally) -> {
            int below = 0;
            for (int i = 0; i < BUCKETS.length; i++) {
                below += tally.durations[i];
                text.sample("_bucket", below, labels(cell, "le", String.valueOf(BUCKETS[i])));
            }
            int count = below + tally.durations[BUCKETS.length];
            text.sample("_bucket", count, labels(cell, "le", "+Inf"));
            text.sample("_sum", tally.seconds, labels(cell));
            text.sample("_count", count, labels(cell));
        });
    }

    private static String[] labels(Cell cell, String... more) {
        String[] labels = new String[4 + more.length];
        labels[0] = "service";
        labels[1] = cell.service();
        labels[2] = "environment";
        labels[3] = cell.environment();
        System.arraycopy(more, 0, labels, 4, more.length);
        return labels;
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    /** What was counted of one service in one environment. */
    private static final class Tally {
        private final int[][] ended = new int[Deployment.Kind.values().length][Result.values().length];
        private final int[] durations = new int[BUCKETS.length + 1];
        private double seconds;
        private HistoryEntry newest;
        private HistoryEntry success;

        void add(HistoryEntry entry, boolean counts) {
            newest = entry;
            if (entry.result() == Result.SUCCEEDED) {
                success = entry;
            }
            if (!counts) {
                return;
            }
            ended[entry.kind().ordinal()][entry.result().ordinal()]++;
            double took = Duration.between(entry.startedAt(), entry.endedAt()).toMillis() / 1000.0;
            seconds += took;
            int bucket = 0;
            while (bucket < BUCKETS.length && took > BUCKETS[bucket]) {
                bucket++;
            }
            durations[bucket]++;
        }
    }
}
