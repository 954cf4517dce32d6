package io.jenkins.plugins.godeploy.deploy;

import java.util.function.BooleanSupplier;

/** Waits, but not for long once the deployment is to end. */
final class Pause {
    private Pause() {}

    static void of(long millis, BooleanSupplier stopped) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until && !stopped.getAsBoolean()) {
            Thread.sleep(Math.min(100, millis));
        }
    }
}
