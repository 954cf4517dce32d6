package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.time.Duration;
import org.junit.Test;

public class TrileadFailuresTest extends SshFailuresContract {
    private SshClient client = new TrileadClient();

    @Override
    SshClient client() {
        return client;
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

    @Test
    public void silentHostIsNoticed() throws Exception {
        client = new TrileadClient(Duration.ofMillis(200), Duration.ofMillis(500));
        Relay relay = closeLater(new Relay(sshd.port()));
        SshConnection connection = connectThrough(relay);
        SshProcess process = closeLater(connection.exec("sleep 600"));
        relay.fallSilent();
        SshException e = assertThrows(SshException.class, () -> process.waitFor(LONG));
        assertSays(Reason.CONNECTION, e, "web1", "no sign of life");
    }

    @Test
    public void quietHostThatAnswersIsKept() throws Exception {
        client = new TrileadClient(Duration.ofMillis(50), Duration.ofSeconds(30));
        SshConnection connection = connect();
        assertEquals(0, connection.run("sleep 1", null, LONG, null).status());
        assertEquals(0, connection.run("true", null, LONG, null).status());
    }
}
