package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.Connection;
import java.io.IOException;
import java.io.OutputStream;

/** A connection that Trilead has made. */
final class TrileadConnection extends HostConnection {
    private final Connection connection;
    private final SocketSource sockets;

    /** @param jump what it goes through, closed with it; null for nothing */
    TrileadConnection(SshEndpoint endpoint, Connection connection, SocketSource sockets, SshConnection jump) {
        super(endpoint, jump);
        this.connection = connection;
        this.sockets = sockets;
        connection.addConnectionMonitor(reason -> keepLoss(NetworkErrors.lost(endpoint, reason)));
    }

    Connection trilead() {
        return connection;
    }

    @Override
    public String client() {
        return "trilead";
    }

    @Override
    CommandSession session(String command, OutputStream stdout, OutputStream stderr) {
        return new TrileadSession(this, command, stdout, stderr);
    }

    @Override
    ForwardedStream forward(String address, int port) throws IOException {
        return new TrileadForwarding(connection.createLocalStreamForwarder(address, port));
    }

    @Override
    boolean isProhibition(Exception e) {
        return TrileadErrors.isProhibition(e);
    }

    @Override
    void ping() throws IOException {
        connection.ping();
    }

    @Override
    void farewell() {
        connection.close();
    }

    @Override
    void sever(IOException reason) {
        TrileadTransport.sever(connection, reason);
        sockets.close();
    }
}
