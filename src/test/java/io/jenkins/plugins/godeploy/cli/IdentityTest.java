package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClients;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.SshEndpoint;
import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class IdentityTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> questions = new ArrayList<>();

    @Test
    public void withoutANameItIsTheFirstThatSshLooksFor() throws Exception {
        Files.createDirectories(home().resolve(".ssh"));
        SshKeygen.generate(home().resolve(".ssh/id_rsa"), "rsa", "");
        SshKeygen.generate(home().resolve(".ssh/id_ecdsa"), "ecdsa", "");

        try (SshCredential key = identity(Map.of(), null).read(null, (Path) null)) {
            assertEquals(home().resolve(".ssh/id_ecdsa").toString(), key.name());
        }
    }

    @Test
    public void aPassphraseIsAskedForOnlyWhereThereIsOne() throws Exception {
        Path plain = SshKeygen.generate(home().resolve("plain"), "ed25519", "");
        Path encrypted = SshKeygen.generate(home().resolve("encrypted"), "ed25519", "hunter2");

        identity(Map.of(), "hunter2").read(plain, (Path) null).close();
        assertEquals(List.of(), questions);

        identity(Map.of(), "hunter2").read(encrypted, (Path) null).close();
        assertEquals(List.of("Passphrase for " + encrypted + ": "), questions);
    }

    @Test
    public void aFileMayHoldThePassphrase() throws Exception {
        Path encrypted = SshKeygen.generate(home().resolve("encrypted"), "ed25519", "hunter2");
        Path file = Files.writeString(home().resolve("passphrase"), "hunter2\n");

        identity(Map.of(Identity.PASSPHRASE_FILE, file.toString()), null)
                .read(encrypted, (Path) null)
                .close();

        assertEquals(List.of(), questions);
    }

    @Test
    public void whereNobodyKnowsThePassphraseItSaysWhatToDo() {
        Path encrypted = SshKeygen.generate(home().resolve("encrypted"), "ed25519", "hunter2");

        assertRefused("GODEPLOY_PASSPHRASE_FILE", Map.of(), encrypted);
        assertRefused(
                "There is no file /nowhere that can be read, for the passphrase",
                Map.of(Identity.PASSPHRASE_FILE, "/nowhere"),
                encrypted);
    }

    @Test
    public void theCertificateBesideTheKeyIsTaken() throws Exception {
        Path key = SshKeygen.generate(home().resolve("key"), "ed25519", "");
        Path authority = SshKeygen.generate(home().resolve("authority"), "ed25519", "");
        assertNoCertificate(key);

        SshKeygen.sign(authority, key, "-n", "deploy", "-V", "20200101:20210101");

        assertExpired(key, null);
        Path elsewhere = Files.move(home().resolve("key-cert.pub"), home().resolve("elsewhere"));
        assertNoCertificate(key);
        assertExpired(key, elsewhere);
        BadInputException complaint = assertThrows(
                BadInputException.class, () -> identity(Map.of(), null).read(key, home().resolve("nothing")));
        assertTrue(complaint.getMessage(), complaint.getMessage().contains("for the certificate of the key"));
    }

    /** Which is told by who is asked: nobody listens there. */
    private void assertNoCertificate(Path key) throws Exception {
        assertEquals(SshException.Reason.CONNECTION, connect(key, null).reason());
    }

    private void assertExpired(Path key, Path certificate) throws Exception {
        SshException refusal = connect(key, certificate);
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("has expired"));
    }

    private SshException connect(Path key, Path certificate) throws Exception {
        try (SshCredential credential = identity(Map.of(), null).read(key, certificate)) {
            return assertThrows(SshException.class, () -> SshClients.named("auto")
                    .connect(
                            new SshEndpoint("web1", "127.0.0.1", 1, "deploy"),
                            null,
                            credential,
                            KnownHosts.parse("", "known_hosts"),
                            Duration.ofMinutes(1)));
        }
    }

    @Test
    public void whatIsNoPrivateKeyIsRefused() throws Exception {
        Path key = SshKeygen.generate(home().resolve("key"), "ed25519", "");

        assertRefused("is a public key", Map.of(), SshKeygen.publicKey(key));
        assertRefused("is not a private key", Map.of(), Files.writeString(home().resolve("text"), "secret words"));
    }

    private void assertRefused(String words, Map<String, String> environment, Path key) {
        BadInputException complaint = assertThrows(
                BadInputException.class, () -> identity(environment, null).read(key, (Path) null));
        assertTrue(complaint.getMessage(), complaint.getMessage().contains(words));
        assertFalse(complaint.getMessage(), complaint.getMessage().contains("secret words"));
    }

    private Identity identity(Map<String, String> environment, String answer) throws IOException {
        return new Identity(new Surroundings(
                home(),
                "alice",
                environment,
                question -> {
                    questions.add(question);
                    return answer == null ? null : answer.toCharArray();
                },
                false));
    }

    private Path home() {
        return folder.getRoot().toPath();
    }
}
