package io.jenkins.plugins.godeploy.host;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits until a service is healthy, or has failed for good. */
public final class HealthWait {
    /**
     * How long a service without a health check has to stay up: longer than systemd's RestartSec of 100 ms and than a
     * program needs to find that its configuration is wrong.
     */
    static final Duration WITHOUT_CHECK = Duration.ofSeconds(3);

    private HealthWait() {}

    /**
     * @param check null for none: then the service has to stay up for three seconds
     * @param since what ran right after the switch; a process that was restarted since is a crash. Null where this
     *     deployment did not switch.
     * @param stopped whether to give up because the deployment was asked to end
     * @param progress is told of each probe, in a few words
     * @return null when it is healthy; else one sentence that says why it is not, without a full stop
     * @throws IOException if the host cannot be asked
     */
    public static String await(
            HostSession session, HealthCheck check, Running since, BooleanSupplier stopped, Consumer<String> progress)
            throws IOException, InterruptedException {
        if (check == null) {
            Thread.sleep(since == null ? 0 : WITHOUT_CHECK.toMillis());
            return null; // whether it is still up is the first thing that is proved
        }
        HealthCheck.Timing timing = check.timing();
        HealthProbe probe = HealthProbe.of(check, session);
        long deadline = System.nanoTime() + timing.deadline().toNanos();
        int passed = 0;
        while (true) {
            String failure = probe.probe();
            if (failure == null) {
                passed++;
                progress.accept("healthy " + passed + "/" + timing.successes());
                if (passed >= timing.successes()) {
                    return null;
                }
            } else {
                passed = 0;
                progress.accept(failure);
                String crash = crash(session, since);
                if (crash != null) {
                    return crash;
                }
            }
            if (stopped.getAsBoolean()) {
                return "the deployment was stopped before it was proved";
            }
            if (System.nanoTime() + timing.interval().toNanos() > deadline) {
                return (failure == null ? "not healthy often enough" : failure) + " after "
                        + timing.deadline().toSeconds() + " s";
            }
            Thread.sleep(timing.interval().toMillis());
        }
    }

    /**
     * Asks once, without waiting for it to become healthy.
     *
     * @param check null for none: then the service only has to run
     * @param since as in {@link #await}
     * @return null if it is healthy; else why it is not, without a full stop
     * @throws IOException if the host cannot be asked
     */
    public static String once(HostSession session, HealthCheck check, Running since)
            throws IOException, InterruptedException {
        String failure = check == null ? null : HealthProbe.of(check, session).probe();
        return failure == null ? crash(session, since) : failure;
    }

    private static String crash(HostSession session, Running since) throws IOException, InterruptedException {
        Running now = session.status();
        if (!now.active() || since != null && !now.sameAs(since)) {
            String why = now.why().strip();
            return "the service crashed after its start" + (why.isEmpty() ? "" : " (" + why.replaceAll(";$", "") + ")");
        }
        return null;
    }
}
