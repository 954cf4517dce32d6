package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.Connection;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** A connection that Trilead has made. */
final class TrileadConnection implements SshConnection {
    private static final long FAREWELL_MILLIS = 500;

    /** How long a host may take to start a command or to open a tunnel. */
    private static final Duration OPENING = Duration.ofSeconds(30);

    private final SshEndpoint endpoint;
    private final Connection connection;
    private final SocketSource sockets;
    private final SshConnection jump;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long lastSign = System.nanoTime();
    private volatile SshException lost;
    private volatile boolean closed;

    /** @param jump what it goes through, closed with it; null for nothing */
    TrileadConnection(SshEndpoint endpoint, Connection connection, SocketSource sockets, SshConnection jump) {
        this.jump = jump;
        this.endpoint = endpoint;
        this.connection = connection;
        this.sockets = sockets;
        connection.addConnectionMonitor(reason -> keepLoss(TrileadErrors.lost(endpoint, reason)));
    }

    /** Notices from now on if the host is gone, see {@link TrileadKeepalive}. */
    TrileadConnection watched(Duration interval, Duration patience) {
        new TrileadKeepalive(this, interval, patience).start();
        return this;
    }

    @Override
    public SshProcess exec(String command) throws SshException, InterruptedException {
        TrileadProcess process = new TrileadProcess(this, command);
        process.start(OPENING);
        return process;
    }

    @Override
    public SshOutput run(String command, InputStream stdin, Duration timeout, LongConsumer bytesSent)
            throws IOException, InterruptedException {
        return new TrileadRun(this, command, timeout).run(stdin, bytesSent);
    }

    @Override
    public SshTunnel tunnel(String address, int port) throws SshException, InterruptedException {
        TrileadTunnel tunnel = new TrileadTunnel(this, address, port);
        tunnel.open(OPENING);
        return tunnel;
    }

    SshEndpoint endpoint() {
        return endpoint;
    }

    Connection trilead() {
        return connection;
    }

    /** Something has come from the host, or it has taken something. */
    void alive() {
        lastSign = System.nanoTime();
    }

    /** When it last was {@link #alive}, in the time of {@link System#nanoTime}. */
    long lastSign() {
        return lastSign;
    }

    /** Waits for the time to pass or the connection to be closed. */
    boolean closedWithin(long nanos) throws InterruptedException {
        return ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Why nothing can be done on this connection any more; null as long as something can. */
    SshException loss() {
        return closed
                ? new SshException(Reason.CONNECTION, "The connection to " + endpoint.label() + " is closed.")
                : lost;
    }

    /** The loss of the connection if that is what happened, else the given reason. */
    SshException explain(IOException e) {
        SshException loss = loss();
        return loss != null ? loss : TrileadErrors.lost(endpoint, e);
    }

    private synchronized void keepLoss(SshException loss) {
        if (lost == null) {
            lost = loss;
        }
    }

    /** Gives the connection up. */
    void fail(SshException reason) {
        keepLoss(reason);
        sockets.close();
        TrileadTransport.sever(connection, reason);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        ended.countDown();
        Thread farewell = DaemonThreads.start("SSH close " + endpoint.label(), connection::close);
        boolean interrupted = false;
        try {
            farewell.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        TrileadTransport.sever(connection, new IOException("The connection is closed."));
        sockets.close();
        if (jump != null) {
            jump.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
