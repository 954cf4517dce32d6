package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.GoDuration;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether a deployment is to end before it is done: somebody has stopped it, or its time is over. */
final class Halt implements BooleanSupplier {
    private final BooleanSupplier stopped;
    private final Duration deadline;
    private final long began = System.nanoTime();

    /** @param deadline of the whole deployment, from now on; null for none */
    Halt(BooleanSupplier stopped, Duration deadline) {
        this.stopped = stopped;
        this.deadline = deadline;
    }

    @Override
    public boolean getAsBoolean() {
        return stopped.getAsBoolean() || late();
    }

    boolean late() {
        return !stopped.getAsBoolean() && deadline != null && System.nanoTime() - began > deadline.toNanos();
    }

    /** Such as {@code the deployment was stopped}. */
    String why() {
        return late()
                ? "the deployment took longer than its deadline of " + GoDuration.format(deadline)
                : "the deployment was stopped";
    }
}
