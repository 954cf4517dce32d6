package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.ProxyData;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Gives connectbot's build of Trilead its sockets. (In Jenkins' build {@link ProxyData} has no method.) */
final class SocketSource implements ProxyData {
    private Socket socket;
    private boolean closed;

    /** Not marked as overriding, because it does so in one of the two builds only. */
    public Socket openConnection(String host, int port, int timeoutMillis) throws IOException {
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
    synchronized void close() {
        closed = true;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing depends on a socket that nobody uses any more.
            }
        }
    }
}
