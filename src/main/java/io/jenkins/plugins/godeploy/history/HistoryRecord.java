package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import java.io.Serializable;

/**
 * A deployment as a store keeps it.
 *
 * @param number unique in its store, from 1, rising with time
 * @param deployment what happened
 * @param build that did it; null on the command line
 */
public record HistoryRecord(long number, Deployment deployment, RecordedBuild build) implements Serializable {
    /** A record of the command line. */
    public HistoryRecord(long number, Deployment deployment) {
        this(number, deployment, null);
    }
}
