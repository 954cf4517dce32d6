package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrileadKeyTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;

    @Before
    public void chooseFile() {
        file = folder.getRoot().toPath().resolve("key");
    }

    private static void refuses(String text, String passphrase, String... words) {
        char[] secret = passphrase == null ? null : passphrase.toCharArray();
        SshException e = assertThrows(
                SshException.class, () -> TrileadKey.read(new SshCredential("deploy-key", text.toCharArray(), secret)));
        assertSays(Reason.KEY, e, words);
        assertSays(e, "deploy-key");
    }

    private String text() throws Exception {
        return Files.readString(file);
    }

    @Test
    public void wrongPassphrase() throws Exception {
        for (String format : new String[] {"RFC4716", "PEM", "PKCS8"}) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(SshKeygen.publicKey(file));
            SshKeygen.generate(file, "ecdsa", "right one", "-m", format);
            refuses(text(), "wrong one", "passphrase is wrong");
            refuses(text(), null, "encrypted", "no passphrase");
        }
    }

    @Test
    public void publicKey() throws Exception {
        SshKeygen.generate(file, "ed25519", "");
        refuses(Files.readString(SshKeygen.publicKey(file)), null, "is a public key", ".pub");
    }

    @Test
    public void noKeyAtAll() {
        refuses("", null, "is not a private key");
        refuses("hunter2", null, "is not a private key", "PRIVATE KEY");
    }

    @Test
    public void keyForPutty() {
        refuses("PuTTY-User-Key-File-3: ssh-ed25519\n", null, "PuTTY", "puttygen");
    }

    @Test
    public void tornKey() throws Exception {
        SshKeygen.generate(file, "ed25519", "");
        refuses(text().substring(0, 200), null, "is not a private key");
    }

    @Test
    public void damagedKeys() throws Exception {
        for (String format : new String[] {"RFC4716", "PEM", "PKCS8"}) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(SshKeygen.publicKey(file));
            SshKeygen.generate(file, "rsa", "", "-m", format);
            String[] lines = text().split("\n");
            lines[1] = "AAAA" + lines[1].substring(4);
            refuses(String.join("\n", lines) + "\n", null, "cannot be read", "ssh-keygen -p -f");
        }
    }

    @Test
    public void emptyBlock() {
        refuses("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n", null, "cannot be read");
    }
}
