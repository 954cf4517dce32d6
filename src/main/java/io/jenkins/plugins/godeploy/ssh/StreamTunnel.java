package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A forwarded stream with buffers, so that those who read and write can be interrupted and have a time limit. */
final class StreamTunnel implements SshTunnel {
    private final HostConnection connection;
    private final String address;
    private final int port;
    private final Pipe in = new Pipe();
    private final Pipe out = new Pipe();
    private final CompletableFuture<ForwardedStream> opened = new CompletableFuture<>();
    private volatile boolean closed;

    StreamTunnel(HostConnection connection, String address, int port) {
        this.connection = connection;
        this.address = address;
        this.port = port;
    }

    void open(Duration timeout) throws SshException, InterruptedException {
        DaemonThreads.start("SSH tunnel from " + target(), this::receive);
        try {
            opened.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            close();
            throw new SshException(
                    Reason.TIMEOUT,
                    connection.endpoint().label() + " did not reach " + target() + " within " + timeout.toSeconds()
                            + " s.");
        } catch (InterruptedException e) {
            close();
            throw e;
        } catch (ExecutionException e) {
            SshException known = (SshException) e.getCause();
            throw new SshException(known.reason(), known.getMessage(), known);
        }
        DaemonThreads.start("SSH tunnel to " + target(), this::send);
    }

    private String target() {
        return address + ":" + port;
    }

    private void receive() {
        ForwardedStream channel;
        try {
            channel = connection.forward(address, port);
        } catch (IOException | RuntimeException e) {
            opened.completeExceptionally(refused(e));
            return;
        }
        opened.complete(channel);
        byte[] buffer = new byte[32 * 1024];
        try (InputStream from = channel.in()) {
            for (int n = from.read(buffer); n >= 0 && !closed; n = from.read(buffer)) {
                connection.alive();
                in.sink.write(buffer, 0, n);
            }
            in.end(closed ? null : connection.loss());
        } catch (IOException e) {
            in.end(connection.explain(e));
        }
        if (closed) {
            closeQuietly(channel);
        }
    }

    private void send() {
        byte[] buffer = new byte[32 * 1024];
        try (OutputStream to = opened.join().out()) {
            for (int n = out.source.read(buffer); n >= 0; n = out.source.read(buffer)) {
                to.write(buffer, 0, n);
                to.flush();
                connection.alive();
            }
        } catch (IOException e) {
            out.end(connection.explain(e));
            out.close();
        }
    }

    private SshException refused(Exception e) {
        SshException loss = connection.loss();
        if (loss != null) {
            return loss;
        }
        String host = connection.endpoint().label();
        if (connection.isProhibition(e)) {
            return new SshException(
                    Reason.FORWARDING_PROHIBITED,
                    host + " does not allow forwarding to " + target()
                            + ": AllowTcpForwarding or PermitOpen in its sshd_config, or a restriction of the key, "
                            + "forbids it.",
                    e);
        }
        return new SshException(
                Reason.CONNECTION, host + " cannot connect to " + target() + ": nothing listens there.", e);
    }

    @Override
    public void expireAfter(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        String sentence = target() + ", reached through "
                + connection.endpoint().label() + ", did not answer within " + timeout.toSeconds() + " s.";
        in.expireAt(deadline, sentence);
        out.expireAt(deadline, sentence);
    }

    @Override
    public InputStream in() {
        return in.source;
    }

    @Override
    public OutputStream out() {
        return out.sink;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        in.close();
        out.end(null);
        out.close();
        ForwardedStream channel = opened.isCompletedExceptionally() ? null : opened.getNow(null);
        if (channel != null) {
            // On a thread of its own, because the host is told, and it may have stopped listening.
            DaemonThreads.start("SSH close of " + target(), () -> closeQuietly(channel));
        }
    }

    private static void closeQuietly(ForwardedStream channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The connection is gone, and the channel with it.
        }
    }
}
