package io.jenkins.plugins.godeploy.ssh;

import java.net.SocketAddress;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Asks {@link KnownHosts} about the key that a host shows, and tells the handshake what it says. */
record MinaHostKeys(SshEndpoint endpoint, KnownHosts knownHosts, Handshake handshake) implements ServerKeyVerifier {
    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        try {
            knownHosts.verify(endpoint, hostKey(key));
            return true;
        } catch (SshException e) {
            return handshake.keep(e);
        }
    }

    static HostKey hostKey(PublicKey key) {
        ByteArrayBuffer blob = new ByteArrayBuffer();
        blob.putRawPublicKey(key);
        return new HostKey(blob.getCompactData());
    }
}
