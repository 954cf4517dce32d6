package io.jenkins.plugins.godeploy.testing;

import java.time.Duration;

/** Waits for what happens by itself. */
public final class Eventually {
    private Eventually() {}

    /** What is to hold in the end. */
    public interface Check {
        void run() throws Exception;
    }

    /** Tries until the check passes; its last failure is thrown when the time is over. */
    public static void within(Duration time, Check check) throws Exception {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(300);
            }
        }
    }
}
