package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.io.IoUtils;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** A connection that MINA has made. */
final class MinaConnection extends HostConnection implements SessionListener {
    /** Longer than anybody waits for an answer: it only ends a thread that nobody needs any more. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final ClientSession session;
    private final MinaEngine engine;
    private final LoopbackGate gate;

    /**
     * @param gate what the session goes through, closed with it; null for nothing
     * @param jump likewise
     */
    MinaConnection(
            SshEndpoint endpoint, ClientSession session, MinaEngine engine, LoopbackGate gate, SshConnection jump) {
        super(endpoint, jump);
        this.session = session;
        this.engine = engine;
        this.gate = gate;
        session.addSessionListener(this);
        session.addCloseFutureListener(closed -> keepLoss(ended()));
    }

    @Override
    public void sessionException(Session ended, Throwable t) {
        keepLoss(NetworkErrors.lost(endpoint(), t));
    }

    @Override
    public void sessionDisconnect(Session ended, int reason, String msg, String language, boolean initiator) {
        keepLoss(NetworkErrors.lost(endpoint(), new IOException(msg)));
    }

    private SshException ended() {
        return NetworkErrors.lost(endpoint(), new IOException("the host has ended it"));
    }

    ClientSession mina() {
        return session;
    }

    @Override
    public String client() {
        return "mina";
    }

    @Override
    CommandSession session(String command, OutputStream stdout, OutputStream stderr) {
        return new MinaSession(this, command, stdout, stderr);
    }

    /** A channel ends before the session says so. */
    void channelEnded() {
        if (session.isClosing()) {
            keepLoss(ended());
        }
    }

    @Override
    ForwardedStream forward(String address, int port) throws IOException {
        ChannelDirectTcpip channel = session.createDirectTcpipChannel(
                new SshdSocketAddress(LoopbackGate.ADDRESS, 0), new SshdSocketAddress(address, port));
        channel.open().verify(ANSWER);
        return new MinaForwarding(channel);
    }

    /** Ends a channel and tells the host, without sending first what was written and not taken. */
    static void shut(ClientChannel channel) {
        IoUtils.closeQuietly(channel.getRemoteWindow());
        channel.close(false);
    }

    @Override
    boolean isProhibition(Exception e) {
        SshChannelOpenException refusal = NetworkErrors.find(e, SshChannelOpenException.class);
        return refusal != null && refusal.getReasonCode() == SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED;
    }

    @Override
    void ping() throws IOException {
        session.request("keepalive@openssh.com", session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST), ANSWER);
    }

    @Override
    void farewell() {
        try {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "done");
            session.close(false).await(ANSWER);
        } catch (IOException e) {
            // The host is gone already.
        }
    }

    @Override
    void sever(IOException reason) {
        engine.stop(endpoint().label());
        if (gate != null) {
            gate.close();
        }
    }
}
