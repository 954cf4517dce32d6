package io.jenkins.plugins.godeploy.jenkins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands where a host would be and counts who connects; it speaks no SSH, so that no deployment goes through. */
final class Doorbell implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final AtomicInteger rings = new AtomicInteger();
    private final AtomicReference<Socket> line = new AtomicReference<>();
    private final boolean silent;

    private Doorbell(boolean silent) throws IOException {
        this.silent = silent;
        Thread thread = new Thread(this::listen, "doorbell");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that hangs up at once. */
    static Doorbell deaf() throws IOException {
        return new Doorbell(false);
    }

    /** One that keeps whoever connects until {@link #hangUp}, as a host that hangs does. */
    static Doorbell silent() throws IOException {
        return new Doorbell(true);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                line.set(socket.accept());
                rings.incrementAndGet();
                if (!silent) {
                    hangUp();
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    int port() {
        return socket.getLocalPort();
    }

    int rings() {
        return rings.get();
    }

    /** Returns when so many have connected; the caller's own time limit ends the waiting. */
    void awaitRings(int wanted) throws InterruptedException {
        while (rings() < wanted) {
            Thread.sleep(50);
        }
    }

    void hangUp() throws IOException {
        line.get().close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        if (line.get() != null) {
            hangUp();
        }
    }
}
