package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Strategy;
import java.util.ArrayList;
import java.util.List;

/** Which hosts are switched together. */
final class Batches {
    private Batches() {}

    /** The hosts in their order, cut into the strategy's batches. */
    static <T> List<List<T>> of(List<T> hosts, Strategy strategy) {
        int size = size(strategy, hosts.size());
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < hosts.size(); from += size) {
            batches.add(hosts.subList(from, Math.min(from + size, hosts.size())));
        }
        return batches;
    }

    private static int size(Strategy strategy, int hosts) {
        if (strategy instanceof Strategy.RollingUpdate rolling) {
            String batch = rolling.batch();
            // A share is rounded down, so that it never takes more capacity away than was said
            int size = batch.endsWith("%")
                    ? hosts * Integer.parseInt(batch.substring(0, batch.length() - 1)) / 100
                    : Integer.parseInt(batch);
            return Math.max(1, size);
        }
        return hosts;
    }

    static String name(Strategy strategy) {
        return strategy instanceof Strategy.RollingUpdate ? "rollingUpdate" : "allAtOnce";
    }

    static int maxFailures(Strategy strategy) {
        return strategy instanceof Strategy.RollingUpdate rolling ? rolling.maxFailures() : 0;
    }

    static java.time.Duration pause(Strategy strategy) {
        return strategy instanceof Strategy.RollingUpdate rolling ? rolling.pause() : java.time.Duration.ZERO;
    }
}
