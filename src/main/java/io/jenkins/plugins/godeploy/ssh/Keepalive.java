package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Notices a host that is gone without a word (power lost, a firewall that forgot the connection), where TCP alone would
 * wait for a quarter of an hour or forever. When nothing came for an interval, a question that every server answers is
 * sent; if neither an answer nor anything else comes within the patience, the connection is given up, and all who wait on
 * it are told. A slow line with much under way does not count as gone, because what a host takes is a sign of life, too.
 */
final class Keepalive {
    static final Duration INTERVAL = Duration.ofSeconds(15);
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HostConnection connection;
    private final long interval;
    private final long patience;

    Keepalive(HostConnection connection, Duration interval, Duration patience) {
        this.connection = connection;
        this.interval = interval.toNanos();
        this.patience = patience.toNanos();
    }

    void start() {
        DaemonThreads.start("SSH keepalive of " + connection.endpoint().label(), this::watch);
    }

    private void watch() {
        try {
            while (!connection.closedWithin(interval - silence())) {
                if (silence() >= interval && !answers()) {
                    String host = connection.endpoint().label();
                    long seconds = TimeUnit.NANOSECONDS.toSeconds(silence());
                    connection.fail(new SshException(
                            Reason.CONNECTION,
                            "The connection to " + host + " was lost: no sign of life for " + seconds + " s."));
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; without it the connection goes on, unwatched.
        }
    }

    private long silence() {
        return System.nanoTime() - connection.lastSign();
    }

    private boolean answers() throws InterruptedException {
        long asked = System.nanoTime();
        DaemonThreads.start("SSH ping of " + connection.endpoint().label(), this::ping);
        long step = Math.min(patience, TimeUnit.SECONDS.toNanos(1));
        while (System.nanoTime() - asked < patience) {
            if (connection.closedWithin(step) || connection.lastSign() - asked > 0) {
                return true;
            }
        }
        return false;
    }

    /** On a thread of its own, because it waits for the answer as long as there is a connection. */
    private void ping() {
        try {
            connection.ping();
            connection.alive();
        } catch (IOException | RuntimeException e) {
            // No sign of life, or the connection is known to be lost.
        }
    }
}
