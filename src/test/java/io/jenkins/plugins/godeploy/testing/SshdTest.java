package io.jenkins.plugins.godeploy.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SshdTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Test
    public void letsTheOwnersOfAuthorizedKeysIn() throws IOException {
        try (Sshd sshd = Sshd.start(List.of("ed25519", "ecdsa", "rsa"))) {
            Path key = key("ed25519");
            sshd.authorize(SshKeygen.publicKey(key));

            assertEquals("hello\n", ssh(sshd, key, "echo hello"));
            assertEquals(sshd.user() + "\n", ssh(sshd, key, "id -un"));
        }
    }

    @Test
    public void refusesOtherKeys() throws IOException {
        try (Sshd sshd = Sshd.start()) {
            Path key = key("rsa");
            AssertionError refused = assertThrows(AssertionError.class, () -> ssh(sshd, key, "true"));
            assertTrue(refused.getMessage(), refused.getMessage().contains("Permission denied"));
        }
    }

    @Test
    public void takesLinesOfSshdConfigAndOptionsOfAuthorizedKeys() throws IOException {
        try (Sshd sshd = Sshd.start("LogLevel DEBUG1", "Match User nobody", "  ForceCommand false")) {
            Path key = key("ecdsa");
            sshd.authorize("command=\"echo forced\"", SshKeygen.publicKey(key));

            assertEquals("forced\n", ssh(sshd, key, "echo asked"));
            assertTrue(sshd.log(), sshd.log().contains("debug1"));
        }
    }

    @Test
    public void saysWhatIsWrongWithItsConfiguration() {
        AssertionError error = assertThrows(AssertionError.class, () -> Sshd.start("NoSuchSetting yes"));
        assertTrue(error.getMessage(), error.getMessage().contains("NoSuchSetting"));
    }

    @Test
    public void leavesNothingBehind() throws IOException {
        Path started = temporary.getRoot().toPath().resolve("pid");
        Path folder;
        try (Sshd sshd = Sshd.start()) {
            folder = sshd.folder();
            Path key = key("ed25519");
            sshd.authorize(SshKeygen.publicKey(key));
            ssh(sshd, key, "setsid sh -c 'echo $$ >" + started + "; exec sleep 300' >/dev/null 2>&1 </dev/null &");
            while (!Files.exists(started) || Files.size(started) == 0) {
                Thread.onSpinWait();
            }
        }
        String commandLine = "/proc/" + Files.readString(started).strip() + "/cmdline";
        assertFalse(Files.exists(Path.of(commandLine))
                && !Files.readString(Path.of(commandLine)).isEmpty());
        assertFalse(Files.exists(folder));
    }

    private Path key(String type) throws IOException {
        return SshKeygen.generate(temporary.newFolder().toPath().resolve("id"), type, "");
    }

    private String ssh(Sshd sshd, Path key, String command) throws IOException {
        Path knownHosts = sshd.folder().resolve("known_hosts");
        Files.writeString(knownHosts, sshd.knownHosts());
        return Command.run(
                "ssh",
                "-F",
                "none",
                "-oBatchMode=yes",
                "-oIdentitiesOnly=yes",
                "-oStrictHostKeyChecking=yes",
                "-oUserKnownHostsFile=" + knownHosts,
                "-oIdentityFile=" + key,
                "-p" + sshd.port(),
                sshd.user() + "@" + sshd.address(),
                command);
    }
}
