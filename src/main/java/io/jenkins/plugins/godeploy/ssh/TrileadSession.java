package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.ChannelCondition;
import com.trilead.ssh2.Session;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A command that Trilead runs. One thread opens the channel and moves what the command writes. */
final class TrileadSession extends CommandSession {
    private static final int OUTPUT = ChannelCondition.STDOUT_DATA | ChannelCondition.STDERR_DATA;
    private static final int STATUS = ChannelCondition.EXIT_STATUS | ChannelCondition.EXIT_SIGNAL;

    private final TrileadConnection connection;
    private final String command;
    private final OutputStream stdout;
    private final OutputStream stderr;
    private volatile Session session;

    TrileadSession(TrileadConnection connection, String command, OutputStream stdout, OutputStream stderr) {
        super(connection);
        this.connection = connection;
        this.command = command;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    @Override
    void begin() {
        DaemonThreads.start("SSH output of " + connection.endpoint().label(), this::pump);
    }

    @Override
    OutputStream stdin() {
        return session.getStdin();
    }

    private void pump() {
        try {
            session = open();
            accepted();
            move(session);
            finish(session.getExitStatus(), session.getExitSignal() != null);
        } catch (IOException e) {
            fail(e);
        } finally {
            if (!ended().isDone()) {
                fail(new SshException(
                        Reason.CONNECTION,
                        "A command on " + connection.endpoint().label() + " broke off."));
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
        if (isClosed()) {
            session.close();
        }
        return session;
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

    @Override
    void end() {
        Session opened = ended().isDone() ? null : session;
        if (opened != null) {
            // On a thread of its own, because the host is told, and it may have stopped listening.
            DaemonThreads.start("SSH close of " + connection.endpoint().label(), opened::close);
        }
    }
}
