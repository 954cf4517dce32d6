package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Result;
import java.time.Instant;

/**
 * Which entries of an index are asked for. Null stands for any.
 *
 * @param service name of the service
 * @param environment name of the environment
 * @param result how the deployment ended as a whole
 * @param since when it ended at the earliest
 */
public record HistoryFilter(String service, String environment, Result result, Instant since) {
    boolean matches(HistoryEntry entry) {
        return (service == null || service.equals(entry.service()))
                && (environment == null || environment.equals(entry.environment()))
                && (result == null || result == entry.result())
                && (since == null || !entry.endedAt().isBefore(since));
    }
}
