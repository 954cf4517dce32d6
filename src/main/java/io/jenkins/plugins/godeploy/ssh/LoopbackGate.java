package io.jenkins.plugins.godeploy.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Lets an SSH library connect through a tunnel of another connection. Jenkins' build of Trilead makes its socket itself and goes to
 * nothing but an address or an HTTP proxy; so this is an HTTP proxy on a port of 127.0.0.1 that accepts one client, which
 * must know a password made for it, so that no other user of the machine gets into the network behind the jump host. The
 * other build could be handed a socket without a port, but one way that all tests go is worth more.
 */
final class LoopbackGate implements Closeable {
    static final String ADDRESS = "127.0.0.1";
    static final String USER = "go-deploy";
    private static final int HEADER_LIMIT = 4096;
    private static final int HEADER_MILLIS = 5000;

    private final SshTunnel tunnel;
    private final ServerSocket door;
    private final String password;
    private Socket client;
    private boolean closed;

    /** @param tunnel closed with the gate */
    LoopbackGate(SshTunnel tunnel) throws IOException {
        this.tunnel = tunnel;
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        password = HexFormat.of().formatHex(random);
        door = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        DaemonThreads.start("SSH gate on port " + port(), this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    String password() {
        return password;
    }

    /** What Jenkins' build of Trilead does by itself. */
    Socket connect(int timeoutMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(door.getInetAddress(), port()), timeoutMillis);
            socket.getOutputStream().write(request());
            if (!header(socket.getInputStream()).startsWith("HTTP/1.0 200 ")) {
                throw new IOException("The gate is closed.");
            }
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** What a client says first. The answer is lines that an SSH client passes over (RFC 4253, section 4.2). */
    byte[] request() {
        return ("CONNECT host HTTP/1.0\r\n" + authorization() + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    private String authorization() {
        String secret = USER + ":" + password;
        return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(secret.getBytes(ISO_8859_1));
    }

    private void serve() {
        try (ServerSocket listening = door) {
            Socket admitted = null;
            while (admitted == null) {
                admitted = admit(listening.accept());
            }
            listening.close();
            InputStream in = admitted.getInputStream();
            OutputStream out = admitted.getOutputStream();
            out.write("HTTP/1.0 200 OK\r\n\r\n".getBytes(ISO_8859_1));
            DaemonThreads.start("SSH gate from port " + port(), () -> pump(tunnel.in(), out));
            pump(in, tunnel.out());
        } catch (IOException e) {
            close();
        }
    }

    /** @return null if it is turned away */
    private Socket admit(Socket candidate) throws IOException {
        try {
            candidate.setSoTimeout(HEADER_MILLIS);
            candidate.setTcpNoDelay(true);
            for (String line : header(candidate.getInputStream()).split("\r\n")) {
                if (MessageDigest.isEqual(
                        line.getBytes(ISO_8859_1), authorization().getBytes(ISO_8859_1))) {
                    candidate.setSoTimeout(0);
                    synchronized (this) {
                        if (!closed) {
                            client = candidate;
                            return candidate;
                        }
                    }
                }
            }
        } catch (IOException e) {
            // Somebody else's problem: the one who is waited for comes yet.
        }
        candidate.close();
        return null;
    }

    private static String header(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0 && header.length() < HEADER_LIMIT) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("The connection ended within a header.");
            }
            header.append((char) c);
        }
        return header.toString();
    }

    private void pump(InputStream from, OutputStream to) {
        try {
            from.transferTo(to);
        } catch (IOException e) {
            // Either side is gone, and the other one follows.
        }
        close();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        tunnel.close();
        closeQuietly(door);
        if (client != null) {
            closeQuietly(client);
        }
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Nothing depends on it any more.
        }
    }
}
