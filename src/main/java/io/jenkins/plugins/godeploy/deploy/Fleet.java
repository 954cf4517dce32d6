package io.jenkins.plugins.godeploy.deploy;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** All hosts of a deployment, and the threads that work on them. */
final class Fleet implements Closeable {
    /** Kamal's limit of SSH starts at once. */
    private static final int AT_ONCE = 30;

    private final List<HostRun> runs;
    private final ExecutorService pool;
    private final Renewer renewer;
    private final Semaphore starts = new Semaphore(AT_ONCE);

    Fleet(List<HostRun> runs, Duration lease) {
        this.runs = List.copyOf(runs);
        this.pool = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "go-deploy host");
            thread.setDaemon(true);
            return thread;
        });
        this.renewer = new Renewer(this.runs, pool, lease);
    }

    List<HostRun> runs() {
        return runs;
    }

    /** What is done with a host. */
    interface Work {
        void on(HostRun run) throws InterruptedException;
    }

    /** Works on these hosts at the same time, at most thirty, and waits for all of them. */
    void each(List<HostRun> some, Work work) throws InterruptedException {
        List<Future<?>> futures = new ArrayList<>();
        for (HostRun run : some) {
            futures.add(pool.submit(() -> {
                starts.acquire();
                try {
                    work.on(run);
                } finally {
                    starts.release();
                }
                return null;
            }));
        }
        Throwable error = null;
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                error = e.getCause(); // the other hosts come to an end first
            }
        }
        if (error != null) {
            throw new IllegalStateException("a host's part ended in an error of ours", error);
        }
    }

    @Override
    public void close() {
        renewer.close();
        pool.shutdownNow();
        runs.forEach(HostRun::close);
    }
}
