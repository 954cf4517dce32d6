package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.ChannelCondition;
import com.trilead.ssh2.Session;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One command in one channel. A thread of its own opens the channel and moves what the command writes to two sinks, so
 * that those who wait can be interrupted and have a time limit: Trilead's own calls swallow interrupts.
 */
final class TrileadSession {
    private static final int OUTPUT = ChannelCondition.STDOUT_DATA | ChannelCondition.STDERR_DATA;
    private static final int STATUS = ChannelCondition.EXIT_STATUS | ChannelCondition.EXIT_SIGNAL;

    private final TrileadConnection connection;
    private final String command;
    private final OutputStream stdout;
    private final OutputStream stderr;
    private final CompletableFuture<Session> opened = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile boolean closed;

    TrileadSession(TrileadConnection connection, String command, OutputStream stdout, OutputStream stderr) {
        this.connection = connection;
        this.command = command;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** Starts the command and waits until the host has accepted it. */
    void start(Duration timeout) throws SshException, InterruptedException {
        DaemonThreads.start("SSH output of " + connection.endpoint().label(), this::pump);
        try {
            await(opened, timeout, timeout, "did not start a command");
        } catch (SshException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Goes straight to Trilead: a thread that writes here cannot be interrupted. */
    OutputStream stdin() {
        return opened.join().getStdin();
    }

    /** Completed with the exit status, or with the reason why there is none. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    int waitFor(Duration timeout) throws SshException, InterruptedException {
        return waitFor(timeout, timeout);
    }

    /** @param whole what a message about the end of the time says it was */
    int waitFor(Duration left, Duration whole) throws SshException, InterruptedException {
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

    private void pump() {
        SshException failure = null;
        Session session = null;
        try {
            session = open();
            opened.complete(session);
            move(session);
            Integer status = session.getExitStatus();
            SshException loss = connection.loss();
            if (status == null && session.getExitSignal() == null && loss != null) {
                failure = loss;
            } else {
                ended.complete(status == null ? -1 : status);
            }
        } catch (SshException e) {
            failure = e;
        } catch (IOException e) {
            failure = connection.explain(e);
        } finally {
            if (failure != null || !ended.isDone()) {
                SshException reason = failure != null
                        ? failure
                        : new SshException(
                                Reason.CONNECTION,
                                "A command on " + connection.endpoint().label() + " broke off.");
                ended.completeExceptionally(reason);
                opened.completeExceptionally(reason);
            }
            if (session != null) {
                session.close();
            }
        }
    }

    private Session open() throws IOException {
        Session session;
        try {
            session = connection.trilead().openSession();
        } catch (IOException | IllegalStateException e) {
            throw refused(e, "refuses another session (MaxSessions in its sshd_config)");
        }
        try {
            // Both builds write a command as ISO-8859-1; this makes UTF-8 of it.
            session.execCommand(new String(command.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            session.close();
            throw refused(e, "refuses to run commands");
        }
        if (closed) {
            session.close();
        }
        return session;
    }

    private SshException refused(Exception e, String what) {
        SshException loss = connection.loss();
        return loss != null
                ? loss
                : new SshException(Reason.SESSION, connection.endpoint().label() + " " + what + ".", e);
    }

    private void move(Session session) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        InputStream out = session.getStdout();
        InputStream err = session.getStderr();
        boolean outputEnded = false;
        while (true) {
            int now = await(session, OUTPUT | ChannelCondition.CLOSED | (outputEnded ? STATUS : ChannelCondition.EOF));
            connection.alive();
            if ((now & ChannelCondition.STDOUT_DATA) != 0) {
                stdout.write(buffer, 0, Math.max(0, out.read(buffer)));
            }
            if ((now & ChannelCondition.STDERR_DATA) != 0) {
                stderr.write(buffer, 0, Math.max(0, err.read(buffer)));
            }
            if ((now & OUTPUT) == 0) {
                if ((now & (ChannelCondition.CLOSED | STATUS)) != 0 && (now & ChannelCondition.EOF) != 0) {
                    return;
                }
                outputEnded = (now & ChannelCondition.EOF) != 0;
            }
        }
    }

    private static int await(Session session, int conditions) throws IOException {
        try {
            return session.waitForCondition(conditions, 0);
        } catch (Exception e) {
            // One of the two builds declares an InterruptedException here; nobody interrupts this thread.
            throw new IOException(e);
        }
    }

    /** Closes the channel; the thread of the session ends soon after. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        Session session = ended.isDone() ? null : opened.getNow(null);
        if (session != null) {
            // On a thread of its own, because the host is told, and it may have stopped listening.
            DaemonThreads.start("SSH close of " + connection.endpoint().label(), session::close);
        }
    }
}
