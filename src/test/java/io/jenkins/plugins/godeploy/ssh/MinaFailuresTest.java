package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.time.Duration;
import org.junit.Test;

public class MinaFailuresTest extends SshFailuresContract {
    @Override
    SshClient client() {
        return new MinaClient();
    }

    @Override
    SshClient client(Duration keepaliveInterval, Duration keepalivePatience) {
        return new MinaClient(keepaliveInterval, keepalivePatience);
    }

    @Test
    public void serverSharesNoCipher() {
        Sshd old = server("Ciphers aes128-cbc");
        SshException e = refused(endpoint(old), knownHosts(old));
        assertSays(Reason.NEGOTIATION, e, "web1", "aes128-gcm@openssh.com", "hmac-sha2-256");
    }

    @Test
    public void authenticatedEncryptionAloneIsEnough() throws Exception {
        for (String cipher : new String[] {"aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com"}) {
            assertEquals(
                    0,
                    connect(server("Ciphers " + cipher))
                            .run("true", null, LONG, null)
                            .status());
        }
    }

    @Test
    public void encryptThenMacAloneIsEnough() throws Exception {
        Sshd hardened =
                server("Ciphers aes256-ctr", "MACs hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com");
        assertEquals(0, connect(hardened).run("true", null, LONG, null).status());
    }
}
