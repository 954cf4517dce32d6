package io.jenkins.plugins.godeploy.ssh;

import static org.junit.Assert.fail;

import java.util.concurrent.Callable;

/** For what ends soon, but not at once. */
final class Eventually {
    private static final long LIMIT_NANOS = 60_000_000_000L;

    private Eventually() {}

    static void isTrue(String otherwise, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                fail(otherwise);
            }
            Thread.sleep(20);
        }
    }
}
