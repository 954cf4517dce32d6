package io.jenkins.plugins.godeploy.deploy;

import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before something is tried again that may pass: a connection, a transfer. Never a health check. */
final class Backoff {
    /** How often after the first time. */
    static final int RETRIES = 3;

    private static final long FIRST_MILLIS = 500;

    private Backoff() {}

    /** Waits before a retry, from 0: about 0.5, 1 and 2 seconds. */
    static void pause(int retry) throws InterruptedException {
        Thread.sleep(jitter(FIRST_MILLIS << retry));
    }

    /** Half as long to one and a half times as long, so that a fleet does not come all at once. */
    static long jitter(long millis) {
        return millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1);
    }
}
