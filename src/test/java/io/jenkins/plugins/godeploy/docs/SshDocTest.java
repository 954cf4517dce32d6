package io.jenkins.plugins.godeploy.docs;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.config.GoDeployFile;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClients;
import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.SshEndpoint;
import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What docs/ssh.md has written down works with a real server. */
public class SshDocTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Document doc;
    private Path key;

    @Before
    public void read() throws Exception {
        doc = Document.of("docs/ssh.md");
        key = SshKeygen.generate(file("deploy-key"), "ed25519", "");
    }

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    @Test
    public void theHardenedServerIsReachedWithAllItsLinesAndWithEach() throws Exception {
        String[] all = doc.fenced("sshd_config").get(0).split("\n");
        deploysTo(all);
        for (String line : all) {
            deploysTo(line);
        }
    }

    private void deploysTo(String... config) throws Exception {
        try (Sshd server = Sshd.start(config)) {
            server.authorize(SshKeygen.publicKey(key));
            connect(server, server.knownHosts(), null);
        }
    }

    @Test
    public void theCertificatesThatAreMadeThereAreTaken() throws Exception {
        SshKeygen.generate(file("ssh_host_ed25519_key"), "ed25519", "");
        for (String commands : doc.fenced("sh")) {
            String here = commands.replace("10.0.0.1", "127.0.0.1")
                    .replace("-n deploy ", "-n " + System.getProperty("user.name") + " ");
            Command.run("sh", "-e", "-c", "cd '" + folder.getRoot() + "'\n" + here);
        }
        try (Sshd server = Sshd.start(
                "HostKey " + file("ssh_host_ed25519_key"),
                "HostCertificate " + file("ssh_host_ed25519_key-cert.pub"),
                "TrustedUserCAKeys " + file("user-authority.pub"))) {
            String known =
                    "@cert-authority [127.0.0.1]:" + server.port() + " " + Files.readString(file("host-authority.pub"));
            connect(server, known, Files.readString(file("deploy-key-cert.pub")));
        }
    }

    private void connect(Sshd server, String known, String certificate) throws Exception {
        SshEndpoint host = new SshEndpoint("web1", server.address(), server.port(), server.user());
        try (SshCredential credential =
                        new SshCredential("deploy-key", Files.readString(key).toCharArray(), null, certificate);
                SshConnection connection = SshClients.named("auto")
                        .connect(
                                host,
                                null,
                                credential,
                                KnownHosts.parse(known, "known_hosts"),
                                Duration.ofMinutes(1))) {
            assertEquals(
                    "hello\n",
                    connection
                            .run("echo hello", null, Duration.ofMinutes(1), null)
                            .stdout());
        }
    }

    @Test
    public void theEnvironmentIsRead() throws Exception {
        List<String> examples = doc.fenced("yaml");
        assertEquals(1, examples.size());
        GoDeployFile.parse(examples.get(0), "example", GoDeployFile.Reader.JENKINS);
    }

    @Test
    public void theKnownHostsAreRead() {
        String lines = doc.text()
                .lines()
                .filter(line -> line.startsWith("@cert-authority ") || line.startsWith("@revoked "))
                .reduce("", (all, line) -> all + line + "\n");
        assertEquals(2, lines.lines().count());
        KnownHosts.parse(lines, "known_hosts");
    }
}
