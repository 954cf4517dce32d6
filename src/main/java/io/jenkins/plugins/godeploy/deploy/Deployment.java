package io.jenkins.plugins.godeploy.deploy;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A deployment or rollback that has ended: the engine's result, and what history keeps.
 *
 * @param id unique, made by who asked for it
 * @param kind what was asked for
 * @param service name of the service
 * @param environment name of the environment
 * @param version of the release that was to serve; null if that was not found out
 * @param release its ID; null if that was not found out
 * @param commit its full commit hash; null if unknown
 * @param commitDate that commit's time; null if unknown
 * @param result how it ended as a whole
 * @param message one sentence on what went wrong; null if nothing did
 * @param startedAt when it began
 * @param durationMillis how long it took
 * @param strategy such as {@code rollingUpdate}
 * @param actor who asked for it; null if unknown
 * @param url of the build that did it; null on the command line
 * @param hosts what happened on each, in the environment's order
 */
public record Deployment(
        String id,
        Kind kind,
        String service,
        String environment,
        String version,
        String release,
        String commit,
        Instant commitDate,
        Result result,
        String message,
        Instant startedAt,
        long durationMillis,
        String strategy,
        String actor,
        String url,
        List<HostResult> hosts)
        implements Serializable {
    /** What was asked for. */
    public enum Kind {
        DEPLOY,
        ROLLBACK
    }

    public Deployment {
        hosts = List.copyOf(hosts);
    }

    /** The sum over all hosts. */
    public long bytesSent() {
        return hosts.stream().mapToLong(HostResult::bytesSent).sum();
    }
}
