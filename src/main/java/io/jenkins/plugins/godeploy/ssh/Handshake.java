package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Connects to one host and authenticates. The library does it on a thread of its own, because looking up a name cannot be
 * interrupted, nor can all of what a library does; the caller waits, and pulls the socket away when it has waited enough.
 */
abstract class Handshake {
    private static final long GIVE_UP_MILLIS = 1000;

    final SshEndpoint endpoint;
    final SshCredential credential;
    final KnownHosts knownHosts;
    final SshConnection jump;

    private volatile String step = "the jump host to reach it";
    private volatile SshException hostKeyRefusal;
    private boolean abandoned;

    /** @param jump what to go through; null for nothing */
    Handshake(SshEndpoint endpoint, SshCredential credential, KnownHosts knownHosts, SshConnection jump) {
        this.endpoint = endpoint;
        this.credential = credential;
        this.knownHosts = knownHosts;
        this.jump = jump;
    }

    /** Connects until the host's key is accepted. */
    abstract void open(long deadline) throws SshException, InterruptedException;

    abstract void authenticate(long deadline) throws IOException;

    /** What {@link #open} and {@link #authenticate} have made. */
    abstract HostConnection made();

    /** Takes the socket away, if there is one; never blocks. */
    abstract void cutOff(IOException reason);

    /** @param deadline in the time of {@link System#nanoTime} */
    final HostConnection connect(long deadline, Duration timeout) throws SshException, InterruptedException {
        FutureTask<HostConnection> task = new FutureTask<>(() -> handshake(deadline));
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

    private HostConnection handshake(long deadline) throws SshException, InterruptedException {
        boolean done = false;
        try {
            open(deadline);
            step("its answer to the user and the key");
            authenticate(deadline);
            synchronized (this) {
                refuseIfAbandoned();
                HostConnection made = made();
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

    /** What is waited for, as a message about the end of the time says it. */
    final void step(String next) {
        step = next;
    }

    final boolean keep(SshException refusal) {
        hostKeyRefusal = refusal;
        return false;
    }

    /** Why the host's key is not accepted; null if it is not known or accepted. */
    final SshException hostKeyRefusal() {
        return hostKeyRefusal;
    }

    /**
     * The host refuses the user.
     *
     * @param methods the ways of authentication that it would take
     * @param partial whether it has accepted the key and wants more
     */
    final SshException refused(List<String> methods, boolean partial) {
        String user = endpoint.user();
        String problem;
        if (partial) {
            problem = "accepts the key " + credential.name() + " of the user " + user + " but wants more than that ("
                    + String.join(", ", methods) + "), which cannot be given.";
        } else if (!methods.contains("publickey")) {
            problem = "accepts no key from the user " + user + ", only " + String.join(", ", methods)
                    + ": set PubkeyAuthentication in its sshd_config.";
        } else {
            problem = "refuses the user " + user + " with the key " + credential.name()
                    + (credential.certificate() == null
                            ? ": check the name, and that the public key is in the user's authorized_keys there."
                            : " and its certificate: check the name, that it is one of the certificate's principals"
                                    + " ('ssh-keygen -L'), and TrustedUserCAKeys in its sshd_config.");
        }
        return new SshException(Reason.AUTHENTICATION, endpoint.label() + " " + problem);
    }

    final synchronized void refuseIfAbandoned() throws IOException {
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
}
