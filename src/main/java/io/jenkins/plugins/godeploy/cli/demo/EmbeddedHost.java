package io.jenkins.plugins.godeploy.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/**
 * A host that is an SSH server in this program, on a port of 127.0.0.1, with a folder of its own. Its commands are plain
 * processes of the user who started it; what they leave running goes with {@link DemoHosts}.
 */
final class EmbeddedHost implements AutoCloseable {
    static final String ADDRESS = "127.0.0.1";
    /** Where the service listens, as seen through this host's SSH server. */
    static final int SERVICE_PORT = 8080;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair key;
    private final Path folder;
    private final int servicePort = freePort();
    private final Map<String, String> variables;

    private EmbeddedHost(Path folder, KeyPair key, String mark) throws IOException {
        this.folder = folder;
        this.key = key;
        variables = Map.of("HOME", folder.toString(), "SHOP_ADDR", ADDRESS + ":" + servicePort, DemoHosts.MARK, mark);
        server.setHost(ADDRESS);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setCommandFactory((channel, command) -> new HostCommand(process(command)));
        server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE, new OwnPort(servicePort)));
        server.setForwardingFilter(new LoopbackOnly());
        CoreModuleProperties.TCP_NODELAY.set(server, true);
    }

    /**
     * @param folder made with {@code opt/shop} in it, as an administrator does once on a host
     * @param authorized the one key that may log in
     * @param mark the value of {@link DemoHosts#MARK} in the environment of each process
     */
    static EmbeddedHost start(Path folder, PublicKey authorized, KeyPair hostKey, String mark) throws IOException {
        Files.createDirectories(folder.resolve("opt/shop"));
        EmbeddedHost host = new EmbeddedHost(folder, hostKey, mark);
        host.server.setPublickeyAuthenticator((user, offered, session) -> KeyUtils.compareKeys(offered, authorized));
        host.server.start();
        return host;
    }

    int port() {
        return server.getPort();
    }

    /** Where its service listens on this machine, whose loopback all hosts share. */
    int servicePort() {
        return servicePort;
    }

    /** The line of known_hosts that vouches for it. */
    String knownHost() {
        return "[" + ADDRESS + "]:" + port() + " " + PublicKeyEntry.toString(key.getPublic());
    }

    /** Descriptor 7 is what {@link DemoHosts#HERE} leads to, in the process and in all that it starts. */
    private ProcessBuilder process(String command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec 7<. && exec sh -c \"$1\"", "sh", command);
        builder.environment().putAll(variables);
        return builder.directory(folder.toFile());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
