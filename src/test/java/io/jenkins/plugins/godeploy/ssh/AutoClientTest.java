package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.nio.file.Path;
import org.junit.Test;

/** Trilead where it can, MINA where it cannot, and no second try for whom the first has refused. */
public class AutoClientTest extends SshTestBase {
    private final SshClient client = SshClients.named("auto");

    @Override
    SshClient client() {
        return client;
    }

    private static int logins(Sshd server) {
        return server.log().split("Connection from ", -1).length - 1;
    }

    @Test
    public void anOrdinaryHostGetsTrilead() throws Exception {
        assertEquals("trilead", connect().client());
    }

    @Test
    public void authenticatedEncryptionAloneGetsMina() throws Exception {
        Sshd hardened = server("Ciphers aes256-gcm@openssh.com,chacha20-poly1305@openssh.com");
        SshConnection connection = connect(hardened);
        assertEquals("mina", connection.client());
        assertEquals("hello\n", connection.run("echo hello", null, LONG, null).stdout());
    }

    @Test
    public void encryptThenMacAloneGetsMina() throws Exception {
        Sshd hardened = server("Ciphers aes256-ctr", "MACs hmac-sha2-256-etm@openssh.com");
        assertEquals("mina", connect(hardened).client());
    }

    @Test
    public void hostBehindAJumpHostMayBeTheOneThatIsHardened() throws Exception {
        Sshd bastion = server();
        Sshd hardened = server("Ciphers chacha20-poly1305@openssh.com");
        SshEndpoint jump = new SshEndpoint("bastion", bastion.address(), bastion.port(), bastion.user());
        SshConnection connection = closeLater(
                client().connect(endpoint(hardened), jump, credential(), knownHosts(bastion, hardened), LONG));
        assertEquals("hello\n", connection.run("echo hello", null, LONG, null).stdout());
    }

    @Test
    public void whatIsKnownOfAHostIsNotTriedAgain() throws Exception {
        Sshd hardened = server("Ciphers aes256-gcm@openssh.com");
        connect(hardened);
        assertEquals(3, logins(hardened)); // one from the test's own server, to see whether it runs
        connect(hardened);
        assertEquals(4, logins(hardened));
    }

    @Test
    public void aChangedHostKeyIsNotTriedTwice() {
        Sshd changed = server();
        String line = sshd.hostKeyLine("[127.0.0.1]:" + changed.port());
        assertSays(Reason.HOST_KEY, refused(endpoint(changed), KnownHosts.parse(line, "known_hosts")), "instead of");
        assertEquals(2, logins(changed));
    }

    @Test
    public void aRefusedUserIsNotTriedTwice() {
        Sshd other = server();
        Path stranger = SshKeygen.generate(other.folder().resolve("stranger"), "ed25519", "");
        SshException e = refused(endpoint(other), credential(stranger, null), knownHosts(other), LONG);
        assertEquals(Reason.AUTHENTICATION, e.reason());
        assertEquals(2, logins(other));
    }

    @Test
    public void whereNothingIsSharedWithEitherMinaSaysSo() {
        Sshd old = server("Ciphers aes128-cbc");
        assertSays(Reason.NEGOTIATION, refused(endpoint(old), knownHosts(old)), "aes256-gcm@openssh.com");
    }
}
