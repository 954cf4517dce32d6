package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which hosts are switched together. */
final class Batches {
    private Batches() {}

    /** The hosts in their order, cut into the strategy's batches. The first one of a canary are its canaries. */
    static <T> List<List<T>> of(List<T> hosts, Strategy strategy) {
        int first = strategy instanceof Strategy.Canary canary ? canary.count(hosts.size()) : 0;
        List<List<T>> batches = new ArrayList<>(cut(hosts.subList(0, first), Math.max(1, first)));
        batches.addAll(back(hosts.subList(first, hosts.size()), strategy, hosts.size()));
        return batches;
    }

    /**
     * The hosts that go back together.
     *
     * @param fleet how many hosts there are, those included that do not go back: a share is one of them
     */
    static <T> List<List<T>> back(List<T> hosts, Strategy strategy, int fleet) {
        Strategy.RollingUpdate rolling = rolling(strategy);
        return cut(hosts, rolling == null ? Math.max(1, hosts.size()) : Strategy.count(rolling.batch(), fleet));
    }

    private static <T> List<List<T>> cut(List<T> hosts, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < hosts.size(); from += size) {
            batches.add(hosts.subList(from, Math.min(from + size, hosts.size())));
        }
        return batches;
    }

    static String name(Strategy strategy) {
        if (strategy instanceof Strategy.Canary) {
            return "canary";
        }
        return strategy instanceof Strategy.RollingUpdate ? "rollingUpdate" : "allAtOnce";
    }

    /** How many hosts may fail up to this batch, from 0: none of a canary's first ones. */
    static int maxFailures(Strategy strategy, int batch) {
        Strategy.RollingUpdate rolling = rolling(strategy);
        return rolling == null || strategy instanceof Strategy.Canary && batch == 0 ? 0 : rolling.maxFailures();
    }

    static Duration pause(Strategy strategy) {
        Strategy.RollingUpdate rolling = rolling(strategy);
        return rolling == null ? Duration.ZERO : rolling.pause();
    }

    /** Null for all at once. */
    private static Strategy.RollingUpdate rolling(Strategy strategy) {
        if (strategy instanceof Strategy.Canary canary) {
            return canary.rest();
        }
        return strategy instanceof Strategy.RollingUpdate rolling ? rolling : null;
    }
}
