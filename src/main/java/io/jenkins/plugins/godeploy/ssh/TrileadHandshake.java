package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.Connection;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Connects to one host and authenticates. Trilead does it on a thread of its own, because it swallows interrupts and
 * knows no time limit for authentication; the caller waits, and pulls the socket away when it has waited enough.
 */
final class TrileadHandshake {
    private static final long GIVE_UP_MILLIS = 1000;

    private final SshEndpoint endpoint;
    private final SshCredential credential;
    private final TrileadKey key;
    private final KnownHosts knownHosts;
    private final SshConnection jump;

    private volatile String step = "the jump host to reach it";
    private volatile SshException hostKeyRefusal;
    private Connection connection;
    private SocketSource sockets;
    private boolean abandoned;

    /** @param jump what to go through; null for nothing */
    TrileadHandshake(
            SshEndpoint endpoint, SshCredential credential, TrileadKey key, KnownHosts knownHosts, SshConnection jump) {
        this.endpoint = endpoint;
        this.credential = credential;
        this.key = key;
        this.knownHosts = knownHosts;
        this.jump = jump;
    }

    /** @param deadline in the time of {@link System#nanoTime} */
    TrileadConnection connect(long deadline, Duration timeout) throws SshException, InterruptedException {
        FutureTask<TrileadConnection> task = new FutureTask<>(() -> handshake(deadline));
        Thread worker = DaemonThreads.start("SSH connect " + endpoint.label(), task);
        try {
            return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon(worker);
            throw new SshException(
                    Reason.TIMEOUT,
                    endpoint.label() + " did not answer within " + timeout.toSeconds() + " s: waited for " + step
                            + ".");
        } catch (InterruptedException e) {
            abandon(worker);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SshException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private TrileadConnection handshake(long deadline) throws SshException, InterruptedException {
        boolean done = false;
        try {
            open(deadline);
            authenticate();
            synchronized (this) {
                refuseIfAbandoned();
                TrileadConnection made = new TrileadConnection(endpoint, connection, sockets, jump);
                done = true;
                return made;
            }
        } catch (SshException e) {
            throw e;
        } catch (IOException e) {
            throw new SshException(
                    Reason.CONNECTION,
                    endpoint.label() + " ended the connection while " + endpoint.user() + " was authenticated with "
                            + credential.name() + ".",
                    e);
        } finally {
            if (!done) {
                cutOff(new IOException("The connection could not be set up."));
            }
        }
    }

    private void open(long deadline) throws SshException, InterruptedException {
        try {
            String address = endpoint.address();
            LoopbackGate gate = null;
            if (jump == null) {
                step = "a name server that knows " + address;
                address = InetAddress.getByName(address).getHostAddress();
            } else {
                gate = new LoopbackGate(jump.tunnel(address, endpoint.port()));
            }
            Connection opened = new Connection(address, endpoint.port());
            synchronized (this) {
                connection = opened;
                sockets = new SocketSource(gate);
                refuseIfAbandoned();
            }
            TrileadClient.offer(opened, knownHosts.keyTypes(endpoint));
            TrileadTransport.setUp(opened, sockets);
            step = "an SSH server there to name itself and agree on keys";
            int millis = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (deadline - System.nanoTime()) / 1_000_000));
            opened.connect((host, port, algorithm, blob) -> accepts(new HostKey(blob)), millis, 0);
        } catch (SshException e) {
            throw e;
        } catch (IOException e) {
            throw hostKeyRefusal != null ? hostKeyRefusal : TrileadErrors.connecting(endpoint, e);
        }
    }

    private boolean accepts(HostKey hostKey) {
        try {
            knownHosts.verify(endpoint, hostKey);
            return true;
        } catch (SshException e) {
            hostKeyRefusal = e;
            return false;
        }
    }

    private void authenticate() throws IOException {
        step = "its answer to the user and the key";
        String user = endpoint.user();
        List<String> methods = List.of(connection.getRemainingAuthMethods(user));
        if (connection.isAuthenticationComplete()
                || methods.contains("publickey") && key.authenticate(connection, user)) {
            return;
        }
        String problem;
        if (!methods.contains("publickey")) {
            problem = "accepts no key from the user " + user + ", only " + String.join(", ", methods)
                    + ": set PubkeyAuthentication in its sshd_config.";
        } else if (connection.isAuthenticationPartialSuccess()) {
            problem = "accepts the key " + credential.name() + " of the user " + user + " but wants more than that ("
                    + String.join(", ", connection.getRemainingAuthMethods(user)) + "), which cannot be given.";
        } else {
            problem = "refuses the user " + user + " with the key " + credential.name()
                    + ": check the name, and that the public key is in the user's authorized_keys there.";
        }
        throw new SshException(Reason.AUTHENTICATION, endpoint.label() + " " + problem);
    }

    private void refuseIfAbandoned() throws IOException {
        if (abandoned) {
            throw new IOException("Nobody waits for this connection any more.");
        }
    }

    private void abandon(Thread worker) throws InterruptedException {
        synchronized (this) {
            abandoned = true;
        }
        cutOff(new IOException("Nobody waits for this connection any more."));
        worker.interrupt();
        worker.join(GIVE_UP_MILLIS);
    }

    private synchronized void cutOff(IOException reason) {
        if (connection != null) {
            sockets.close();
            TrileadTransport.sever(connection, reason);
        }
    }
}
