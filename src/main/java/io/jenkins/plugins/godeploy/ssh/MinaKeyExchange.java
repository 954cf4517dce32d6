package io.jenkins.plugins.godeploy.ssh;

import org.apache.sshd.client.kex.DHGClient;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.kex.KeyExchange;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.session.Session;

/**
 * MINA's key exchange, which leaves a host's certificate to {@link MinaHostKeys}: its own check compares the principals
 * with the address of the socket, which is that of the way through a jump host, and knows no authority.
 */
final class MinaKeyExchange extends DHGClient {
    private MinaKeyExchange(DHFactory factory, Session session) {
        super(factory, session);
    }

    static KeyExchangeFactory factory(DHFactory factory) {
        return new Factory(factory);
    }

    @Override
    protected void verifyCertificate(Session session, OpenSshCertificate certificate) {
        // KnownHosts does, before the user is authenticated.
    }

    private record Factory(DHFactory factory) implements KeyExchangeFactory {
        @Override
        public String getName() {
            return factory.getName();
        }

        @Override
        public KeyExchange createKeyExchange(Session session) {
            return new MinaKeyExchange(factory, session);
        }
    }
}
