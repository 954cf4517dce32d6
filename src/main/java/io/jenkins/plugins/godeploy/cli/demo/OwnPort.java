package io.jenkins.plugins.godeploy.cli.demo;

import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.apache.sshd.server.forward.TcpipServerChannel;

/** Forwards what is meant for the service's port to the port that the service has on this one of several hosts. */
final class OwnPort extends DirectTcpipFactory {
    private final int port;

    OwnPort(int port) {
        this.port = port;
    }

    @Override
    public Channel createChannel(Session session) {
        return new TcpipServerChannel(getType(), getExecutorService()) {
            @Override
            protected OpenFuture doInit(Buffer asked) {
                // RFC 4254, section 7.2
                String address = asked.getString();
                int wanted = asked.getInt();
                boolean service = wanted == EmbeddedHost.SERVICE_PORT;
                Buffer meant = new ByteArrayBuffer();
                meant.putString(service ? EmbeddedHost.ADDRESS : address);
                meant.putUInt(service ? port : wanted);
                meant.putString(asked.getString());
                meant.putUInt(asked.getUInt());
                return super.doInit(meant);
            }
        };
    }
}
