package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Journals.HostJournal;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.host.JournalLine;
import io.jenkins.plugins.godeploy.host.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds the history of a service in an environment anew from what its hosts wrote down. Refused deployments, sizes,
 * strategies and proofs are not in journals; times are by the hosts' clocks, to the second.
 */
public final class JournalHistory {
    private final String service;
    private final String environment;
    private final Map<String, Found> deployments = new LinkedHashMap<>();

    private JournalHistory(String service, String environment) {
        this.service = service;
        this.environment = environment;
    }

    /** The deployments that switched a host, oldest first. Hosts whose journal could not be read are passed over. */
    public static List<Deployment> rebuild(String service, String environment, List<HostJournal> journals) {
        JournalHistory history = new JournalHistory(service, environment);
        for (HostJournal journal : journals) {
            if (journal.journal() != null) {
                history.add(journal);
            }
        }
        return history.deployments.values().stream()
                .map(history::deployment)
                .sorted(Comparator.comparing(Deployment::startedAt))
                .toList();
    }

    private void add(HostJournal journal) {
        Set<String> settled = new HashSet<>();
        Map<String, OnHost> onHost = new LinkedHashMap<>();
        for (JournalLine line : journal.journal().lines()) {
            if (line.event().equals("repaired") || line.deployment().isEmpty()) {
                continue;
            }
            OnHost on = onHost.computeIfAbsent(line.deployment(), id -> new OnHost(line, settled));
            on.add(line);
            if (line.event().equals("settled")) {
                settled.add(line.release());
            }
        }
        onHost.forEach((id, on) -> deployments
                .computeIfAbsent(id, none -> new Found())
                .add(journal.host().name(), journal.host().address(), on));
    }

    private Deployment deployment(Found found) {
        OnHost first = found.first;
        return new Deployment(
                first.begin.deployment(),
                found.rollback ? Deployment.Kind.ROLLBACK : Deployment.Kind.DEPLOY,
                service,
                environment,
                DeploymentJson.versionOf(first.begin.release()),
                first.begin.release(),
                null,
                null,
                found.result(),
                found.message,
                found.start,
                Duration.between(found.start, found.end).toMillis(),
                null,
                orNull(first.begin.owner()),
                orNull(first.begin.url()),
                found.hosts);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** One deployment on one host. */
    private static final class OnHost {
        private final JournalLine begin;
        private final boolean rollback;
        private JournalLine last;

        /** @param settled what was proved good on this host before */
        OnHost(JournalLine begin, Set<String> settled) {
            this.begin = begin;
            this.rollback =
                    settled.contains(begin.release()) && !begin.release().equals(begin.before());
        }

        void add(JournalLine line) {
            last = line;
        }

        Result result() {
            return switch (last.event()) {
                case "settled" -> Result.SUCCEEDED;
                case "returned" -> Result.RETURNED;
                case "withdrawn" -> Result.STOPPED;
                default -> Result.FAILED;
            };
        }

        String message() {
            return switch (last.event()) {
                case "settled" -> null;
                case "returned", "withdrawn" -> orNull(last.message());
                default -> "It was begun there and never settled.";
            };
        }

        /** Null where it is not known. */
        String serves() {
            return switch (last.event()) {
                case "settled" -> last.release();
                case "returned", "withdrawn" -> orNull(last.before());
                default -> null;
            };
        }
    }

    /** One deployment on all its hosts. */
    private static final class Found {
        private final List<HostResult> hosts = new ArrayList<>();
        private OnHost first;
        private boolean rollback;
        private Instant start = Instant.MAX;
        private Instant end = Instant.MIN;
        private String message;

        void add(String name, String address, OnHost on) {
            first = first == null ? on : first;
            rollback |= on.rollback;
            start = on.begin.at().isBefore(start) ? on.begin.at() : start;
            end = on.last.at().isAfter(end) ? on.last.at() : end;
            message = message == null && on.message() != null ? name + ": " + on.message() : message;
            hosts.add(new HostResult(
                    name,
                    address,
                    null,
                    on.result(),
                    orNull(on.begin.before()),
                    on.serves(),
                    Proof.NONE,
                    0,
                    -1,
                    Map.of(),
                    false,
                    on.message(),
                    List.of(),
                    null));
        }

        Result result() {
            Set<Result> results = new HashSet<>();
            hosts.stream().map(HostResult::result).forEach(results::add);
            if (results.contains(Result.FAILED)) {
                return Result.FAILED;
            }
            return results.size() == 1 ? results.iterator().next() : Result.PARTIAL;
        }
    }
}
