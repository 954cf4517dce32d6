package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A record in short: what overviews, searches and statistics need, without what happened on its hosts. An index holds one for each record.
 *
 * @param number of the record
 * @param kind what was asked for
 * @param service name of the service
 * @param environment name of the environment
 * @param version of the release that was to serve; null if that was not found out
 * @param release its ID; null if that was not found out
 * @param commit its full commit hash; null if unknown
 * @param commitDate that commit's time; null if unknown
 * @param result how it ended as a whole
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param actor who asked for it; null if unknown
 * @param url of the build that did it; null on the command line
 * @param build that did it; null on the command line, and in records of older versions
 * @param serves the IDs of the releases that its hosts served at the end, each once, in the hosts' order
 * @param hostNames the hosts that took part, in the environment's order
 * @param goodHosts how many of them ended as they should
 */
public record HistoryEntry(
        long number,
        Deployment.Kind kind,
        String service,
        String environment,
        String version,
        String release,
        String commit,
        Instant commitDate,
        Result result,
        Instant startedAt,
        Instant endedAt,
        String actor,
        String url,
        RecordedBuild build,
        List<String> serves,
        List<String> hostNames,
        int goodHosts) {
    /** How many hosts took part. */
    public int hosts() {
        return hostNames.size();
    }

    static HistoryEntry of(HistoryRecord kept) {
        Deployment deployment = kept.deployment();
        List<HostResult> hosts = deployment.hosts();
        return new HistoryEntry(
                kept.number(),
                deployment.kind(),
                deployment.service(),
                deployment.environment(),
                deployment.version(),
                deployment.release(),
                deployment.commit(),
                deployment.commitDate(),
                deployment.result(),
                deployment.startedAt(),
                deployment.startedAt().plusMillis(deployment.durationMillis()),
                deployment.actor(),
                deployment.url(),
                kept.build(),
                hosts.stream()
                        .map(HostResult::serves)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                hosts.stream().map(HostResult::host).toList(),
                (int) hosts.stream()
                        .filter(host -> host.result() == Result.SUCCEEDED)
                        .count());
    }

    HistoryEntry withHostNames(List<String> same) {
        return new HistoryEntry(
                number,
                kind,
                service,
                environment,
                version,
                release,
                commit,
                commitDate,
                result,
                startedAt,
                endedAt,
                actor,
                url,
                build,
                serves,
                same,
                goodHosts);
    }
}
