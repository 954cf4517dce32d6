package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices a host that is gone without a word (power lost, a firewall that forgot the connection), where TCP alone would
 * wait for a quarter of an hour or forever. After 15 s without any data a question that every server answers is sent;
 * if neither an answer nor anything else comes within 30 s, the connection is given up, and all who wait on it are told.
 */
final class TrileadKeepalive {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TrileadConnection connection;
    private final Duration interval;
    private final Duration patience;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long lastSign = System.nanoTime();

    TrileadKeepalive(TrileadConnection connection) {
        this(connection, INTERVAL, PATIENCE);
    }

    TrileadKeepalive(TrileadConnection connection, Duration interval, Duration patience) {
        this.connection = connection;
        this.interval = interval;
        this.patience = patience;
    }

    void start() {
        DaemonThreads.start("SSH keepalive of " + connection.endpoint().label(), this::watch);
    }

    /** Something has come from the host, or it has taken something. */
    void alive() {
        lastSign = System.nanoTime();
    }

    void close() {
        closed.countDown();
    }

    private void watch() {
        try {
            while (!closed.await(interval.toNanos() - silence(), TimeUnit.NANOSECONDS)) {
                if (silence() >= interval.toNanos() && !answers()) {
                    connection.fail(new SshException(
                            Reason.CONNECTION,
                            "The connection to " + connection.endpoint().label()
                                    + " was lost: it gave no sign of life for "
                                    + TimeUnit.NANOSECONDS.toSeconds(silence()) + " s."));
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; without it the connection goes on, unwatched.
        }
    }

    private long silence() {
        return System.nanoTime() - lastSign;
    }

    private boolean answers() throws InterruptedException {
        long asked = System.nanoTime();
        DaemonThreads.start("SSH ping of " + connection.endpoint().label(), () -> {
            try {
                connection.trilead().ping();
                alive();
            } catch (IOException | IllegalStateException e) {
                // Then there is no sign of life, or the connection is known to be lost.
            }
        });
        while (System.nanoTime() - asked < patience.toNanos()) {
            if (closed.await(Math.min(1000, patience.toMillis()), TimeUnit.MILLISECONDS) || lastSign - asked > 0) {
                return true;
            }
        }
        return lastSign - asked > 0;
    }
}
