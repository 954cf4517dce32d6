package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Map;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.util.buffer.Buffer;

/** A command that MINA runs. Two threads move what it writes: MINA's own must never wait for those who read. */
final class MinaSession extends CommandSession {
    private static final EnumSet<ClientChannelEvent> END =
            EnumSet.of(ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.EXIT_SIGNAL, ClientChannelEvent.CLOSED);
    private static final String NO_SESSION = "refuses another session (MaxSessions in its sshd_config)";
    private static final String NO_COMMAND = "refuses to run commands";

    private final MinaConnection connection;
    private final OutputStream stdout;
    private final OutputStream stderr;
    private final Channel channel;

    MinaSession(MinaConnection connection, String command, OutputStream stdout, OutputStream stderr) {
        super(connection);
        this.connection = connection;
        this.stdout = stdout;
        this.stderr = stderr;
        channel = new Channel(command);
    }

    @Override
    void begin() throws SshException {
        try {
            connection.mina().getService(ConnectionService.class).registerChannel(channel);
            channel.addCloseFutureListener(closed -> channel.refusedUnlessAccepted(NO_COMMAND));
            channel.open();
        } catch (IOException | RuntimeException e) {
            connection.channelEnded();
            throw refused(e, NO_SESSION);
        }
    }

    @Override
    OutputStream stdin() {
        return channel.getInvertedIn();
    }

    private void pump() {
        try {
            Thread errors = DaemonThreads.start(
                    "SSH errors of " + connection.endpoint().label(), () -> move(channel.getInvertedErr(), stderr));
            move(channel.getInvertedOut(), stdout);
            errors.join();
            channel.waitFor(END, 0);
            connection.channelEnded();
            finish(channel.getExitStatus(), channel.getExitSignal() != null);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread.
        } finally {
            if (!ended().isDone()) {
                fail(new SshException(
                        Reason.CONNECTION,
                        "A command on " + connection.endpoint().label() + " broke off."));
            }
            shut();
        }
    }

    private void move(InputStream from, OutputStream to) {
        byte[] buffer = new byte[32 * 1024];
        try {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                connection.alive();
                to.write(buffer, 0, n);
            }
        } catch (IOException e) {
            fail(e);
            shut();
        }
    }

    @Override
    void end() {
        // On a thread of its own, because the host is told, and it may have stopped listening.
        DaemonThreads.start("SSH close of " + connection.endpoint().label(), this::shut);
    }

    private void shut() {
        MinaConnection.shut(channel);
    }

    private final class Channel extends ChannelExec {
        private boolean accepted;

        Channel(String command) {
            super(command, null, Map.of());
        }

        @Override
        public void handleSuccess() throws IOException {
            super.handleSuccess();
            accepted = true;
            DaemonThreads.start("SSH output of " + connection.endpoint().label(), MinaSession.this::pump);
            accepted();
        }

        @Override
        public void handleOpenFailure(Buffer buffer) {
            refusedUnlessAccepted(NO_SESSION);
            super.handleOpenFailure(buffer);
        }

        @Override
        public void handleFailure() throws IOException {
            refusedUnlessAccepted(NO_COMMAND);
            super.handleFailure();
        }

        void refusedUnlessAccepted(String what) {
            if (!accepted) {
                connection.channelEnded();
                fail(refused(null, what));
            }
        }
    }
}
