package io.jenkins.plugins.godeploy.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.TrileadClient;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

public class KeyScanTest {
    private static Sshd first;
    private static Sshd second;
    private static Path key;

    @BeforeClass
    public static void start() {
        first = Sshd.start("LogLevel DEBUG1");
        second = Sshd.start("LogLevel DEBUG1");
        key = SshKeygen.generate(first.folder().resolve("deploy_key"), "ed25519", "");
        first.authorize(SshKeygen.publicKey(key));
        second.authorize(SshKeygen.publicKey(key));
    }

    @AfterClass
    public static void stop() {
        first.close();
        second.close();
    }

    @Test
    public void unknownHostsTellTheirKeysInTheOrderOfTheHosts() throws Exception {
        assertEquals(List.of(line(second), line(first)), ask("", null, second, first));
    }

    @Test
    public void aHostIsToldNothingBeforeItsKeyIsKnown() throws Exception {
        Sshd fresh = Sshd.start("LogLevel DEBUG1");
        try {
            ask("", null, fresh);
            assertFalse(fresh.log(), fresh.log().contains("userauth-request"));
        } finally {
            fresh.close();
        }
    }

    @Test
    public void aHostOfWhichAKeyIsKnownIsNotAsked() throws Exception {
        String another = second.hostKeyLine("[127.0.0.1]:" + first.port());
        assertEquals(List.of(line(second)), ask(another + "\n", null, first, second));
    }

    @Test
    public void hostsBehindAJumpHostAreAskedWhenThatOneIsKnown() throws Exception {
        assertEquals(List.of(line(first)), ask("", first, second));
        assertEquals(List.of(line(second)), ask(line(first), first, second));
        assertTrue(first.log(), first.log().contains("userauth-request"));
    }

    @Test
    public void aHostThatDoesNotAnswerHasNone() throws Exception {
        Sshd gone = Sshd.start();
        gone.close();
        assertEquals(List.of(line(first)), ask("", null, gone, first));
    }

    private static List<String> ask(String known, Sshd jump, Sshd... hosts) throws Exception {
        try (SshCredential credential =
                new SshCredential("deploy-key", Files.readString(key).toCharArray(), null)) {
            return new KeyScan(
                            new TrileadClient(),
                            first.user(),
                            jump == null ? null : host(jump),
                            credential,
                            KnownHosts.parse(known, "known_hosts"),
                            Duration.ofSeconds(30))
                    .ask(List.of(hosts).stream().map(KeyScanTest::host).toList());
        }
    }

    private static Host host(Sshd server) {
        return new Host("web" + server.port(), server.address(), server.port());
    }

    private static String line(Sshd server) {
        return server.hostKeyLine("[127.0.0.1]:" + server.port());
    }
}
