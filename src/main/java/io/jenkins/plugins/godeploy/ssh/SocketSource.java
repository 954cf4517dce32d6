package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.ProxyData;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Gives connectbot's build of Trilead its sockets. (In Jenkins' build {@link ProxyData} has no method.) */
final class SocketSource implements ProxyData, Closeable {
    private final LoopbackGate gate;
    private Socket socket;
    private boolean closed;

    /** @param gate the way through a jump host, closed with this; null for the direct way */
    SocketSource(LoopbackGate gate) {
        this.gate = gate;
    }

    /** Null for the direct way. */
    LoopbackGate gate() {
        return gate;
    }

    /** Not marked as overriding, because it does so in one of the two builds only. */
    public Socket openConnection(String host, int port, int timeoutMillis) throws IOException {
        if (gate != null) {
            return gate.connect(timeoutMillis);
        }
        Socket opened = new Socket();
        synchronized (this) {
            if (closed) {
                throw new IOException("The connection is closed.");
            }
            socket = opened;
        }
        try {
            opened.setTcpNoDelay(true);
            opened.connect(new InetSocketAddress(host, port), timeoutMillis);
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Also ends a connect that goes on. */
    @Override
    public synchronized void close() {
        closed = true;
        if (gate != null) {
            gate.close();
        }
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing depends on a socket that nobody uses any more.
            }
        }
    }
}
