package io.jenkins.plugins.godeploy.host;

import java.io.Serializable;
import java.time.Duration;

/** What must answer before a release counts as healthy. Asked from the host's own point of view. */
public sealed interface HealthCheck extends Serializable {
    Timing timing();

    /**
     * How often a check is asked. The defaults are Kamal's (a probe each second, 5 s timeout), with two answers in a
     * row as in most load balancers.
     *
     * @param timeout of one probe
     * @param interval between the ends of two probes
     * @param successes how many in a row make it healthy, at least 1
     * @param deadline after which a host that is not healthy yet has failed
     */
    record Timing(Duration timeout, Duration interval, int successes, Duration deadline) implements Serializable {
        public static final Timing DEFAULT =
                new Timing(Duration.ofSeconds(5), Duration.ofSeconds(1), 2, Duration.ofSeconds(30));
    }

    /**
     * An HTTP GET that answers with the expected status.
     *
     * @param url with the scheme {@code http}; its host and port as the deployed host sees them
     * @param status the expected status code; 0 for any from 200 to 399
     */
    record Http(String url, int status, Timing timing) implements HealthCheck {}

    /**
     * A port that accepts connections.
     *
     * @param address as the deployed host sees it
     */
    record Tcp(String address, int port, Timing timing) implements HealthCheck {}

    /** A command on the host, run by {@code sh -c} in the service's folder, that exits with 0. */
    record Command(String command, Timing timing) implements HealthCheck {}
}
