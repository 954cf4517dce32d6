package io.jenkins.plugins.godeploy.ssh;

import java.time.Duration;

/** Connects with Apache MINA SSHD: in Jenkins the build in the mina-sshd-api plugins, elsewhere the one from Maven Central. */
public final class MinaClient implements SshClient {
    private final Duration keepaliveInterval;
    private final Duration keepalivePatience;

    public MinaClient() {
        this(Keepalive.INTERVAL, Keepalive.PATIENCE);
    }

    MinaClient(Duration keepaliveInterval, Duration keepalivePatience) {
        this.keepaliveInterval = keepaliveInterval;
        this.keepalivePatience = keepalivePatience;
    }

    @Override
    public SshConnection connect(
            SshEndpoint endpoint, SshEndpoint jump, SshCredential credential, KnownHosts knownHosts, Duration timeout)
            throws SshException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        MinaKey key = MinaKey.read(credential);
        if (jump == null) {
            return connect(new MinaHandshake(endpoint, credential, key, knownHosts, null), deadline, timeout);
        }
        SshConnection first = connect(new MinaHandshake(jump, credential, key, knownHosts, null), deadline, timeout);
        try {
            return connect(new MinaHandshake(endpoint, credential, key, knownHosts, first), deadline, timeout);
        } catch (SshException | InterruptedException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private SshConnection connect(Handshake handshake, long deadline, Duration timeout)
            throws SshException, InterruptedException {
        return handshake.connect(deadline, timeout).watched(keepaliveInterval, keepalivePatience);
    }
}
