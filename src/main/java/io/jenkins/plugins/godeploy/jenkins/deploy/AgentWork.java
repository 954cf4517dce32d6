package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.TaskListener;
import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has an agent do an engine call. Where the waiting thread is interrupted, the engine is told to stop and is given time
 * to reach a known state: cancelling the call instead would lose its result.
 */
final class AgentWork {
    private final VirtualChannel agent;
    private final TaskListener log;
    private final Duration grace;

    /** @param grace how long an engine that was told to stop may take */
    AgentWork(VirtualChannel agent, TaskListener log, Duration grace) {
        this.agent = agent;
        this.log = log;
        this.grace = grace;
    }

    /**
     * An answer, and whether the thread was interrupted while it was waited for.
     *
     * @param value of the call
     */
    record Answer<V>(V value, boolean interrupted) {}

    /**
     * Calls and waits.
     *
     * @param id of the deployment
     * @throws BadInputException as the engine threw it
     * @throws AgentLostException if the connection to the agent ended
     * @throws InterruptedException if it was interrupted again, or the engine did not end in time after it was told to stop
     */
    <V> Answer<V> run(String id, EngineCall<V> call) throws IOException, InterruptedException {
        Future<V> future = start(call);
        try {
            return new Answer<>(get(future, Duration.ofMillis(Long.MAX_VALUE)), false);
        } catch (InterruptedException interrupt) {
            log.getLogger().println("Stopping: hosts in flight are finished or put back.");
            start(new StopCall(id));
            return new Answer<>(get(future, grace), true);
        }
    }

    private <V, E extends Throwable> Future<V> start(Callable<V, E> call) throws AgentLostException {
        try {
            return agent.callAsync(call);
        } catch (IOException e) {
            throw AgentLostException.because(e);
        }
    }

    private static <V> V get(Future<V> future, Duration wait) throws IOException, InterruptedException {
        try {
            return future.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            InterruptedException late = new InterruptedException(
                    "The deployment has not ended within " + wait.toMinutes() + " minutes after it was told to stop;"
                            + " hosts whose switch is not confirmed return by themselves.");
            late.initCause(e);
            throw late;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadInputException bad) {
                throw bad;
            }
            if (e.getCause() instanceof IOException || e.getCause() instanceof RequestAbortedException) {
                throw AgentLostException.because(e.getCause());
            }
            throw new IOException("The engine failed.", e.getCause());
        }
    }
}
