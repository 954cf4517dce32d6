package io.jenkins.plugins.godeploy.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes Ctrl-C (SIGINT) and SIGTERM end a deployment in a known state instead of at once. */
final class OnInterrupt implements AutoCloseable {
    /** Longer than a host takes to be put back; after that its watcher does it. */
    private static final long GRACE_MINUTES = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    OnInterrupt(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            System.err.println("go-deploy: stopping; hosts that were switched are put back first");
            try {
                ended.await(GRACE_MINUTES, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Already shutting down: the hook waits for us no longer
        }
    }
}
