package io.jenkins.plugins.godeploy.jenkins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands where a host would be and counts the deployments that connect; it speaks no SSH, so that none goes through. One
 * on which it hangs up tries again a few times: these it turns away uncounted.
 */
final class Doorbell implements AutoCloseable {
    private static final int RETRIES = 3;

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final AtomicInteger rings = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();
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
                Socket caller = socket.accept();
                if (retries.get() > 0) {
                    retries.decrementAndGet();
                    caller.close();
                    continue;
                }
                line.set(caller);
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
        retries.set(RETRIES);
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
