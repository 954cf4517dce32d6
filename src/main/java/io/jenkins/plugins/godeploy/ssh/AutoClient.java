package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connects with the first of two clients, and with the second where certificates are at play, which the first does not
 * know, or a host shares no algorithm with the first. Nothing else is tried twice: who is refused by the one is not sent
 * to the other.
 */
final class AutoClient implements SshClient {
    private final SshClient first;
    private final SshClient second;

    /** Whom the first is known to share nothing with: a host may count connections that come to nothing as an attack. */
    private final Set<SshEndpoint> forSecond = ConcurrentHashMap.newKeySet();

    AutoClient(SshClient first, SshClient second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public SshConnection connect(
            SshEndpoint endpoint, SshEndpoint jump, SshCredential credential, KnownHosts knownHosts, Duration timeout)
            throws SshException, InterruptedException {
        long start = System.nanoTime();
        if (credential.certificate() != null
                || knownHosts.authority(endpoint) != null
                || jump != null && knownHosts.authority(jump) != null
                || forSecond.contains(endpoint)) {
            return second.connect(endpoint, jump, credential, knownHosts, timeout);
        }
        try {
            return first.connect(endpoint, jump, credential, knownHosts, timeout);
        } catch (SshException e) {
            if (e.reason() != Reason.NEGOTIATION) {
                throw e;
            }
            forSecond.add(endpoint);
            Duration left = timeout.minusNanos(System.nanoTime() - start);
            return second.connect(endpoint, jump, credential, knownHosts, left.isNegative() ? Duration.ZERO : left);
        }
    }
}
