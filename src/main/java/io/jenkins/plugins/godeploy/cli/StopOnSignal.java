package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.GoDuration;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Between its making and its closing, a signal that ends the program first stops the deployment and waits until it is in
 * a known state, which has been printed and recorded by then.
 */
final class StopOnSignal implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** @param grace how long to wait */
    StopOnSignal(Runnable stop, Duration grace, PrintWriter err) {
        hook = new Thread(() -> {
            err.println("go-deploy: stopping; hosts that were switched are put back, which may take up to "
                    + GoDuration.format(grace) + ".");
            err.flush();
            stop.run();
            await(grace, err);
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await(Duration grace, PrintWriter err) {
        try {
            if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                err.println("go-deploy: the deployment has not ended in time; hosts that it had switched go back by"
                        + " themselves. Run it again to finish or to see where they are.");
                err.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook with it.
            return;
        }
    }
}
