package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One command in one channel. Threads of its own move what the command writes to two sinks, so that those who wait can
 * be interrupted and have a time limit: the libraries' own calls swallow interrupts.
 */
abstract class CommandSession {
    private final HostConnection connection;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile boolean closed;

    CommandSession(HostConnection connection) {
        this.connection = connection;
    }

    /** Opens the channel and sends the command; does not wait for the host. */
    abstract void begin() throws SshException;

    /** Closes the channel, if there is one; does not wait for the host. */
    abstract void end();

    /** Of the accepted command; a thread that writes here cannot be interrupted. */
    abstract OutputStream stdin();

    /** Starts the command and waits until the host has accepted it. */
    final void start(Duration timeout) throws SshException, InterruptedException {
        try {
            begin();
            await(opened, timeout, timeout, "did not start a command");
        } catch (SshException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Completed with the exit status, or with the reason why there is none. */
    final CompletableFuture<Integer> ended() {
        return ended;
    }

    final int waitFor(Duration timeout) throws SshException, InterruptedException {
        return waitFor(timeout, timeout);
    }

    /** @param whole what a message about the end of the time says it was */
    final int waitFor(Duration left, Duration whole) throws SshException, InterruptedException {
        return await(ended, left, whole, "runs a command that did not end");
    }

    private <T> T await(CompletableFuture<T> future, Duration left, Duration whole, String what)
            throws SshException, InterruptedException {
        try {
            return future.get(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SshException(
                    Reason.TIMEOUT,
                    connection.endpoint().label() + " " + what + " within " + whole.toSeconds() + " s.");
        } catch (ExecutionException e) {
            SshException known = (SshException) e.getCause();
            throw new SshException(known.reason(), known.getMessage(), known);
        }
    }

    /** The host has accepted the command. */
    final void accepted() {
        opened.complete(null);
    }

    /**
     * The command has ended and all that it wrote is moved.
     *
     * @param status null if the host sent none
     */
    final void finish(Integer status, boolean bySignal) {
        SshException loss = connection.loss();
        if (status == null && !bySignal && loss != null) {
            fail(loss);
        } else {
            ended.complete(status == null ? -1 : status);
        }
    }

    final void fail(SshException reason) {
        ended.completeExceptionally(reason);
        opened.completeExceptionally(reason);
    }

    final void fail(IOException reason) {
        fail(reason instanceof SshException known ? known : connection.explain(reason));
    }

    /** The loss of the connection if that is why, else that the host refuses. */
    final SshException refused(Exception e, String what) {
        SshException loss = connection.loss();
        return loss != null
                ? loss
                : new SshException(Reason.SESSION, connection.endpoint().label() + " " + what + ".", e);
    }

    final boolean isClosed() {
        return closed;
    }

    /** Closes the channel; the threads of the session end soon after. */
    final void close() {
        if (!closed) {
            closed = true;
            end();
        }
    }
}
