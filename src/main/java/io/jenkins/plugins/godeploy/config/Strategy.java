package io.jenkins.plugins.godeploy.config;

import java.io.Serializable;
import java.time.Duration;

/** In which order hosts get a release, and how many failures are borne. */
public sealed interface Strategy extends Serializable {
    /** All hosts at the same time. */
    record AllAtOnce() implements Strategy {}

    /**
     * A batch of hosts after the other.
     *
     * @param batch number of hosts, such as {@code 2}, or a share of them, such as {@code 25%} (at least one)
     * @param maxFailures how many hosts may fail before the deployment stops and returns; failed hosts themselves
     *     always return
     * @param pause between two batches
     */
    record RollingUpdate(String batch, int maxFailures, Duration pause) implements Strategy {
        public static final RollingUpdate DEFAULT = new RollingUpdate("1", 0, Duration.ZERO);
    }
}
