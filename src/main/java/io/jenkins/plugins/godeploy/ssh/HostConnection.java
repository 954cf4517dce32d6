package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** What the connections of all SSH libraries have in common: why one is lost, that it is watched, how it ends. */
abstract class HostConnection implements SshConnection {
    private static final long FAREWELL_MILLIS = 500;

    /** How long a host may take to start a command or to open a tunnel. */
    private static final Duration OPENING = Duration.ofSeconds(30);

    private final SshEndpoint endpoint;
    private final SshConnection jump;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long lastSign = System.nanoTime();
    private volatile SshException lost;
    private volatile boolean closed;

    /** @param jump what it goes through, closed with it; null for nothing */
    HostConnection(SshEndpoint endpoint, SshConnection jump) {
        this.endpoint = endpoint;
        this.jump = jump;
    }

    /** A command that is not started yet. */
    abstract CommandSession session(String command, OutputStream stdout, OutputStream stderr);

    /** Opens a channel to an address that the host can reach; waits for it. */
    abstract ForwardedStream forward(String address, int port) throws IOException;

    /** Whether {@link #forward} threw this because the host allows no forwarding. */
    abstract boolean isProhibition(Exception e);

    /** Asks the host something that every server answers, and waits for the answer. */
    abstract void ping() throws IOException;

    /** Says goodbye to the host; may wait for it. */
    abstract void farewell();

    /** Takes the socket away, whoever is busy with it; never blocks. */
    abstract void sever(IOException reason);

    /** Notices from now on if the host is gone, see {@link Keepalive}. */
    final HostConnection watched(Duration interval, Duration patience) {
        new Keepalive(this, interval, patience).start();
        return this;
    }

    @Override
    public final SshProcess exec(String command) throws SshException, InterruptedException {
        CommandProcess process = new CommandProcess(this, command);
        process.start(OPENING);
        return process;
    }

    @Override
    public final SshOutput run(String command, InputStream stdin, Duration timeout, LongConsumer bytesSent)
            throws IOException, InterruptedException {
        return new CommandRun(this, command, timeout).run(stdin, bytesSent);
    }

    @Override
    public final SshTunnel tunnel(String address, int port) throws SshException, InterruptedException {
        StreamTunnel tunnel = new StreamTunnel(this, address, port);
        tunnel.open(OPENING);
        return tunnel;
    }

    final SshEndpoint endpoint() {
        return endpoint;
    }

    /** Something has come from the host, or it has taken something. */
    final void alive() {
        lastSign = System.nanoTime();
    }

    /** When it last was {@link #alive}, in the time of {@link System#nanoTime}. */
    final long lastSign() {
        return lastSign;
    }

    /** Waits for the time to pass or the connection to be closed. */
    final boolean closedWithin(long nanos) throws InterruptedException {
        return ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Why nothing can be done on this connection any more; null as long as something can. */
    final SshException loss() {
        return closed
                ? new SshException(Reason.CONNECTION, "The connection to " + endpoint.label() + " is closed.")
                : lost;
    }

    /** The loss of the connection if that is what happened, else the given reason. */
    final SshException explain(IOException e) {
        SshException loss = loss();
        return loss != null ? loss : NetworkErrors.lost(endpoint, e);
    }

    final synchronized void keepLoss(SshException loss) {
        if (lost == null) {
            lost = loss;
        }
    }

    /** Gives the connection up. */
    final void fail(SshException reason) {
        keepLoss(reason);
        sever(reason);
    }

    @Override
    public final void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        ended.countDown();
        Thread farewell = DaemonThreads.start("SSH close " + endpoint.label(), this::farewell);
        boolean interrupted = false;
        try {
            farewell.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        sever(new IOException("The connection is closed."));
        if (jump != null) {
            jump.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
