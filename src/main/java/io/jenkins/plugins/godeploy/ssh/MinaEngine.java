package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.client.session.ClientProxyConnector;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/**
 * One of MINA's own clients, for one connection: its few threads end with it. Everything that MINA would look for by
 * itself is given: it reads no file of the user, asks no agent, and loads no service, so that it needs no context class
 * loader.
 */
final class MinaEngine {
    private static final int THREADS = 2;

    /** MINA's own time limits would end what is only slow; {@link Keepalive} and callers know better. */
    private static final Duration NEVER = Duration.ofDays(365);

    private final org.apache.sshd.client.SshClient client;

    private MinaEngine(org.apache.sshd.client.SshClient client) {
        this.client = client;
    }

    /** @param hostKeys how the host may show who it is */
    static MinaEngine start(
            List<NamedFactory<Signature>> hostKeys,
            ServerKeyVerifier verifier,
            MinaAuthentication authentication,
            SessionListener listener,
            ClientProxyConnector proxy) {
        ClientBuilder builder = ClientBuilder.builder();
        builder.hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .filePasswordProvider(FilePasswordProvider.EMPTY)
                .serverKeyVerifier(verifier)
                .cipherFactories(MinaAlgorithms.ciphers())
                .macFactories(MinaAlgorithms.macs())
                .keyExchangeFactories(MinaAlgorithms.keyExchanges())
                .signatureFactories(hostKeys)
                .forwardingFilter(RejectAllForwardingFilter.INSTANCE)
                .channelFactories(List.of())
                .globalRequestHandlers(List.of());
        org.apache.sshd.client.SshClient client = builder.build();
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
        client.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(MinaAlgorithms.userKeys())));
        client.setServiceFactories(List.of(authentication, ClientConnectionServiceFactory.INSTANCE));
        client.setClientProxyConnector(proxy);
        client.addSessionListener(listener);
        CoreModuleProperties.NIO_WORKERS.set(client, THREADS);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, NEVER);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, NEVER);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, NEVER);
        CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
        client.start();
        return new MinaEngine(client);
    }

    ConnectFuture connect(String user, String address, int port) throws IOException {
        HostConfigEntry entry = new HostConfigEntry("", address, port, user);
        entry.setIdentitiesOnly(true);
        return client.connect(entry, null, null);
    }

    /** Never blocks: it closes at once, and waits for its threads on one of its own. */
    void stop(String name) {
        client.close(true);
        DaemonThreads.start("SSH end of " + name, client::stop);
    }
}
