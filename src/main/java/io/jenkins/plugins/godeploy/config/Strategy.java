package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.host.HealthCheck;
import java.io.Serializable;
import java.time.Duration;

/** In which order hosts get a release, and how many failures are borne. */
public sealed interface Strategy extends Serializable {
    /**
     * How many hosts a number or share means.
     *
     * @param some such as {@code 2} or {@code 25%}
     * @param all how many hosts there are
     * @return at least 1; a share is rounded down, so that it never takes more capacity away than was said
     */
    static int count(String some, int all) {
        int count = some.endsWith("%")
                ? all * Integer.parseInt(some.substring(0, some.length() - 1)) / 100
                : Integer.parseInt(some);
        return Math.max(1, count);
    }

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

    /**
     * A few hosts first, which are watched for a while; only then the others.
     *
     * @param hosts how many of the first ones: a number, or a share of them, such as {@code 10%} (at least one)
     * @param bake how long they are watched: healthy, and not restarted
     * @param check what is asked of them when that is over, and of the others for comparison; null for none
     * @param rest how the others follow; its failures do not count those of the first ones, of which none is borne
     */
    record Canary(String hosts, Duration bake, HealthCheck check, RollingUpdate rest) implements Strategy {
        public static final Canary DEFAULT = new Canary("1", Duration.ofMinutes(5), null, RollingUpdate.DEFAULT);

        /** How many of so many hosts are first. */
        public int count(int all) {
            return Strategy.count(hosts, all);
        }
    }
}
