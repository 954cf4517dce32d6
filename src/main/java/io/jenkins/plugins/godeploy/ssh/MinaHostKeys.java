package io.jenkins.plugins.godeploy.ssh;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Instant;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.OpenSshCertificate;

/** Asks {@link KnownHosts} about the key or the certificate that a host shows, and tells the handshake what it says. */
record MinaHostKeys(SshEndpoint endpoint, KnownHosts knownHosts, Handshake handshake) implements ServerKeyVerifier {
    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        try {
            if (key instanceof OpenSshCertificate certificate) {
                knownHosts.verify(endpoint, MinaCertificates.ofHost(certificate), Instant.now());
            } else {
                knownHosts.verify(endpoint, MinaCertificates.hostKey(key));
            }
            return true;
        } catch (SshException e) {
            return handshake.keep(e);
        }
    }
}
