package io.jenkins.plugins.godeploy.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A relay in front of a server that counts round trips: how often the client sends something after the server has
 * answered. It delays every piece a little, so that what is sent in one go is one piece.
 */
public final class FlipCounter implements Closeable {
    private static final long DELAY_MILLIS = 25;

    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final List<Socket> sockets = new ArrayList<>();
    private boolean counting;
    private boolean clientSpeaks;
    private int flips;

    public FlipCounter(String address, int port) throws IOException {
        server = new InetSocketAddress(address, port);
        listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        daemon(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on; what came before does not count. */
    public synchronized void start() {
        counting = true;
        clientSpeaks = false;
        flips = 0;
    }

    /** Round trips since {@link #start}. */
    public synchronized int flips() {
        return flips;
    }

    private synchronized void piece(boolean fromClient) {
        if (counting && fromClient && !clientSpeaks) {
            flips++;
        }
        clientSpeaks = fromClient;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket target = new Socket();
                target.connect(server);
                synchronized (this) {
                    sockets.add(client);
                    sockets.add(target);
                }
                daemon(() -> pump(client, target, true));
                daemon(() -> pump(target, client, false));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pump(Socket from, Socket to, boolean fromClient) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            to.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int n;
            while ((n = in.read(buffer)) >= 0) {
                Thread.sleep(DELAY_MILLIS);
                while (in.available() > 0 && n < buffer.length) {
                    n += in.read(buffer, n, buffer.length - n);
                }
                piece(fromClient);
                out.write(buffer, 0, n);
            }
        } catch (IOException | InterruptedException e) {
            // one end has closed
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "flip counter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
