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
    private final SshEndpoint endpoint;
    private final SshCredential credential;
    private final char[] key;
    private final KnownHosts knownHosts;
    private final SocketSource sockets = new SocketSource();

    private volatile String step = "the name server";
    private volatile SshException hostKeyRefusal;
    private Connection connection;
    private boolean abandoned;

    TrileadHandshake(SshEndpoint endpoint, SshCredential credential, char[] key, KnownHosts knownHosts) {
        this.endpoint = endpoint;
        this.credential = credential;
        this.key = key;
        this.knownHosts = knownHosts;
    }

    /** @param deadline in the time of {@link System#nanoTime} */
    SshConnection connect(long deadline, Duration timeout) throws SshException, InterruptedException {
        FutureTask<SshConnection> task = new FutureTask<>(() -> handshake(deadline));
        Thread worker = DaemonThreads.start("SSH connect " + endpoint.label(), task);
        try {
            return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon();
            throw new SshException(
                    Reason.TIMEOUT,
                    endpoint.label() + " did not answer within " + timeout.toSeconds() + " s: waited for " + step
                            + ".");
        } catch (InterruptedException e) {
            abandon();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SshException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            // Not before Trilead is done with the key's text may the caller wipe it.
            if (abandonedNow()) {
                worker.join(1000);
            }
        }
    }

    private synchronized boolean abandonedNow() {
        return abandoned;
    }

    private SshConnection handshake(long deadline) throws SshException {
        try {
            String address = InetAddress.getByName(endpoint.address()).getHostAddress();
            open(address, deadline);
        } catch (IOException e) {
            closeQuietly();
            throw hostKeyRefusal != null ? hostKeyRefusal : TrileadErrors.connecting(endpoint, e);
        }
        try {
            authenticate();
            synchronized (this) {
                if (abandoned) {
                    throw new IOException("Nobody waits for this connection any more.");
                }
                return new TrileadConnection(endpoint, connection, sockets);
            }
        } catch (SshException e) {
            closeQuietly();
            throw e;
        } catch (RuntimeException e) {
            closeQuietly();
            throw e;
        } catch (IOException e) {
            closeQuietly();
            throw new SshException(
                    Reason.CONNECTION,
                    endpoint.label() + " ended the connection while " + endpoint.user() + " was authenticated with "
                            + credential.name() + ".",
                    e);
        }
    }

    private void open(String address, long deadline) throws IOException {
        Connection opened = new Connection(address, endpoint.port());
        synchronized (this) {
            if (abandoned) {
                throw new IOException("Nobody waits for this connection any more.");
            }
            connection = opened;
        }
        TrileadClient.offer(opened, knownHosts.keyTypes(endpoint));
        TrileadTransport.setUp(opened, sockets);
        step = "an SSH server at " + address + ", which may be behind a firewall or hang";
        int millis = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (deadline - System.nanoTime()) / 1_000_000));
        opened.connect((host, port, algorithm, blob) -> accepts(new HostKey(blob)), millis, 0);
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
        step = "its answer to the key of " + endpoint.user();
        String[] methods = connection.getRemainingAuthMethods(endpoint.user());
        if (connection.isAuthenticationComplete()) {
            return;
        }
        if (!List.of(methods).contains("publickey")) {
            throw new SshException(
                    Reason.AUTHENTICATION,
                    endpoint.label() + " accepts no keys from " + endpoint.user() + ", only "
                            + String.join(", ", methods) + ": allow PubkeyAuthentication there.");
        }
        if (!connection.authenticateWithPublicKey(endpoint.user(), key, passphrase())) {
            throw refused(connection.getRemainingAuthMethods(endpoint.user()));
        }
    }

    private String passphrase() {
        return credential.passphrase() == null ? null : new String(credential.passphrase());
    }

    private SshException refused(String[] methods) {
        if (connection.isAuthenticationPartialSuccess()) {
            return new SshException(
                    Reason.AUTHENTICATION,
                    endpoint.label() + " accepts the key " + credential.name() + " of " + endpoint.user()
                            + " and wants more than that, one of " + String.join(", ", methods)
                            + ", which cannot be given.");
        }
        return new SshException(
                Reason.AUTHENTICATION,
                endpoint.label() + " refuses the user " + endpoint.user() + " with the key " + credential.name()
                        + ": is the user's name right, and the public key in ~/.ssh/authorized_keys there?");
    }

    private void abandon() {
        Connection opened;
        synchronized (this) {
            abandoned = true;
            opened = connection;
        }
        sockets.close();
        if (opened != null) {
            TrileadTransport.sever(opened, new IOException("Nobody waits for this connection any more."));
        }
    }

    private void closeQuietly() {
        sockets.close();
        if (connection != null) {
            TrileadTransport.sever(connection, new IOException("The connection could not be set up."));
            connection.close();
        }
    }
}
