package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.time.Duration;
import org.junit.Test;

public class TrileadFailuresTest extends SshFailuresContract {
    @Override
    SshClient client() {
        return new TrileadClient();
    }

    @Override
    SshClient client(Duration keepaliveInterval, Duration keepalivePatience) {
        return new TrileadClient(keepaliveInterval, keepalivePatience);
    }

    @Test
    public void serverSharesNoCipher() {
        Sshd modern = server("Ciphers aes256-gcm@openssh.com,chacha20-poly1305@openssh.com");
        SshException e = refused(endpoint(modern), knownHosts(modern));
        assertSays(Reason.NEGOTIATION, e, "web1", "aes128-ctr", "hmac-sha2-256");
    }

    @Test
    public void encryptThenMacIsNotOffered() {
        Sshd modern = server("Ciphers aes128-ctr", "MACs hmac-sha2-256-etm@openssh.com");
        SshException e = refused(endpoint(modern), knownHosts(modern));
        assertEquals(e.getMessage(), Reason.NEGOTIATION, e.reason());
    }
}
