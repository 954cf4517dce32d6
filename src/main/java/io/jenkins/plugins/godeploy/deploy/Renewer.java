package io.jenkins.plugins.godeploy.deploy;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Renews the leases of all hosts three times a lease, for as long as a deployment is at work. */
final class Renewer implements Closeable {
    private final ScheduledExecutorService clock;

    Renewer(List<HostRun> runs, ExecutorService pool, Duration lease) {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "go-deploy lease");
            thread.setDaemon(true);
            return thread;
        });
        long millis = lease.toMillis() / 3;
        clock.scheduleAtFixedRate(
                () -> runs.forEach(run -> pool.execute(run::renew)), millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
