package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import java.io.Serializable;

/**
 * A deployment as a store keeps it.
 *
 * @param number unique in its store, from 1, rising with time
 * @param deployment what happened
 */
public record HistoryRecord(long number, Deployment deployment) implements Serializable {}
