package io.jenkins.plugins.godeploy.ssh;

import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.testing.SshKeygen;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** A server and a key for tests of any {@link SshClient}. */
public abstract class SshTestBase {
    /** Generous: it only ends a test that hangs. */
    static final Duration LONG = Duration.ofSeconds(60);

    static Sshd sshd;
    static Path key;

    private final List<AutoCloseable> toClose = new ArrayList<>();

    abstract SshClient client();

    @BeforeClass
    public static void startServer() {
        sshd = Sshd.start("MaxStartups 100");
        key = SshKeygen.generate(sshd.folder().resolve("deploy_key"), "ed25519", "");
        sshd.authorize(SshKeygen.publicKey(key));
    }

    @AfterClass
    public static void stopServer() {
        sshd.close();
    }

    @After
    public void closeAll() throws Exception {
        for (int i = toClose.size() - 1; i >= 0; i--) {
            toClose.get(i).close();
        }
    }

    <T extends AutoCloseable> T closeLater(T closeable) {
        toClose.add(closeable);
        return closeable;
    }

    /** Another server that lets the same key in. */
    Sshd server(String... config) {
        Sshd server = closeLater(Sshd.start(config));
        server.authorize(SshKeygen.publicKey(key));
        return server;
    }

    static SshEndpoint endpoint(Sshd server) {
        return new SshEndpoint("web1", server.address(), server.port(), server.user());
    }

    static SshEndpoint at(String address, int port) {
        return new SshEndpoint("web1", address, port, sshd.user());
    }

    static KnownHosts knownHosts(Sshd... servers) {
        StringBuilder lines = new StringBuilder();
        for (Sshd server : servers) {
            lines.append(server.knownHosts());
        }
        return KnownHosts.parse(lines.toString(), "known_hosts");
    }

    static SshCredential credential() {
        return credential(key, null);
    }

    static SshCredential credential(Path file, String passphrase) {
        try {
            return new SshCredential(
                    "deploy-key",
                    Files.readString(file).toCharArray(),
                    passphrase == null ? null : passphrase.toCharArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    SshConnection connect() throws Exception {
        return connect(sshd);
    }

    SshConnection connect(Sshd server) throws Exception {
        return closeLater(client().connect(endpoint(server), null, credential(), knownHosts(server), LONG));
    }

    SshException refused(SshEndpoint endpoint, KnownHosts knownHosts) {
        return refused(endpoint, credential(), knownHosts, LONG);
    }

    SshException refused(SshEndpoint endpoint, SshCredential credential, KnownHosts knownHosts, Duration timeout) {
        return assertThrows(
                SshException.class,
                () -> closeLater(client().connect(endpoint, null, credential, knownHosts, timeout)));
    }
}
