package io.jenkins.plugins.godeploy.ssh;

import java.time.Duration;

/** Makes authenticated connections to hosts whose key is known. Implementations are safe for use by many threads. */
public interface SshClient {
    /**
     * Connects, verifies the host key and authenticates.
     *
     * @param endpoint the host
     * @param jump a host to go through, with the same credential and known hosts; null for none
     * @param credential the private key
     * @param knownHosts the keys that are accepted; nothing else is
     * @param timeout for the whole of it
     * @throws SshException in one sentence, with its reason
     * @throws InterruptedException if the thread is interrupted; nothing is left open
     */
    SshConnection connect(
            SshEndpoint endpoint, SshEndpoint jump, SshCredential credential, KnownHosts knownHosts, Duration timeout)
            throws SshException, InterruptedException;
}
