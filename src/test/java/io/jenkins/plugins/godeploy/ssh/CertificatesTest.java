package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.BeforeClass;
import org.junit.Test;

/** Certificates of hosts and users, with what OpenSSH makes and asks for. */
public class CertificatesTest extends SshTestBase {
    private static final String EXPIRED = "20200101:20210101";
    private static Path authority;

    @BeforeClass
    public static void makeAuthority() {
        authority = SshKeygen.generate(sshd.folder().resolve("authority"), "ed25519", "");
    }

    @Override
    SshClient client() {
        return SshClients.named("auto");
    }

    /** A server that shows a certificate made with these options. */
    private Sshd certified(Path signer, String... options) throws Exception {
        Path hostKey = SshKeygen.generate(fresh("host_key"), "ed25519", "");
        Path certificate = SshKeygen.sign(signer, hostKey, options);
        return server("HostKey " + hostKey, "HostCertificate " + certificate);
    }

    private static Path fresh(String name) throws Exception {
        return Files.createTempDirectory(sshd.folder(), name).resolve(name);
    }

    private static String line(String marker, Sshd server, Path key) throws Exception {
        return marker + " [" + server.address() + "]:" + server.port() + " "
                + Files.readString(SshKeygen.publicKey(key));
    }

    private SshConnection connect(Sshd server, String lines) throws Exception {
        return closeLater(
                client().connect(endpoint(server), null, credential(), KnownHosts.parse(lines, "known_hosts"), LONG));
    }

    private SshException refused(Sshd server, String lines) {
        return refused(endpoint(server), KnownHosts.parse(lines, "known_hosts"));
    }

    @Test
    public void anAuthorityVouchesForAHost() throws Exception {
        for (String type : new String[] {"ed25519", "ecdsa", "rsa"}) {
            Path signer = SshKeygen.generate(fresh("signer"), type, "");
            Sshd server = certified(signer, "-h", "-n", "web1.example.org,127.0.0.1");
            SshConnection connection = connect(server, line("@cert-authority", server, signer));
            assertEquals(
                    "hello\n", connection.run("echo hello", null, LONG, null).stdout());
        }
    }

    @Test
    public void anAuthorityVouchesForAHostBehindAJumpHost() throws Exception {
        Sshd bastion = certified(authority, "-h", "-n", "127.0.0.1");
        Sshd server = certified(authority, "-h", "-n", "127.0.0.1");
        String lines = line("@cert-authority", bastion, authority) + line("@cert-authority", server, authority);
        SshEndpoint jump = new SshEndpoint("bastion", bastion.address(), bastion.port(), bastion.user());
        closeLater(
                client().connect(endpoint(server), jump, credential(), KnownHosts.parse(lines, "known_hosts"), LONG));
    }

    @Test
    public void certificateMustNameTheHost() throws Exception {
        Sshd other = certified(authority, "-h", "-n", "web2.example.org");
        assertSays(
                Reason.HOST_KEY,
                refused(other, line("@cert-authority", other, authority)),
                "web1",
                "line 1 of known_hosts",
                "does not name 127.0.0.1 but web2.example.org");
        Sshd pattern = certified(authority, "-h", "-n", "127.0.0.*");
        assertSays(Reason.HOST_KEY, refused(pattern, line("@cert-authority", pattern, authority)), "but 127.0.0.*");
        Sshd anybody = certified(authority, "-h");
        assertSays(Reason.HOST_KEY, refused(anybody, line("@cert-authority", anybody, authority)), "but nobody");
    }

    @Test
    public void certificateMustBeValidNow() throws Exception {
        Sshd late = certified(authority, "-h", "-n", "127.0.0.1", "-V", EXPIRED);
        assertSays(Reason.HOST_KEY, refused(late, line("@cert-authority", late, authority)), "expired at 202");
        Sshd early = certified(authority, "-h", "-n", "127.0.0.1", "-V", "20990101:21000101");
        assertSays(Reason.HOST_KEY, refused(early, line("@cert-authority", early, authority)), "valid from 20");
    }

    @Test
    public void certificateOfAnotherAuthorityIsNone() throws Exception {
        Path stranger = SshKeygen.generate(fresh("stranger"), "ed25519", "");
        Sshd server = certified(stranger, "-h", "-n", "127.0.0.1");
        assertSays(
                Reason.HOST_KEY,
                refused(server, line("@cert-authority", server, authority)),
                "without a certificate of the authority in line 1");
    }

    @Test
    public void theAuthorityCanBeRevoked() throws Exception {
        Sshd server = certified(authority, "-h", "-n", "127.0.0.1");
        String lines = line("@cert-authority", server, authority) + line("@revoked", server, authority);
        assertSays(Reason.HOST_KEY, refused(server, lines), "signed by the key", "line 2 of known_hosts revokes");
    }

    @Test
    public void theHostsKeyCanBeRevoked() throws Exception {
        Path hostKey = SshKeygen.generate(fresh("host_key"), "ed25519", "");
        Path certificate = SshKeygen.sign(authority, hostKey, "-h", "-n", "127.0.0.1");
        Sshd server = server("HostKey " + hostKey, "HostCertificate " + certificate);
        String lines = line("@cert-authority", server, authority) + line("@revoked", server, hostKey);
        assertSays(Reason.HOST_KEY, refused(server, lines), "line 2 of known_hosts revokes");
    }

    @Test
    public void aHostWithoutCertificateIsRefused() throws Exception {
        assertSays(
                Reason.HOST_KEY,
                refused(sshd, line("@cert-authority", sshd, authority)),
                "without a certificate",
                "HostCertificate");
        connect(sshd, line("@cert-authority", sshd, authority) + sshd.knownHosts());
    }

    @Test
    public void trileadSaysThatItKnowsNoCertificates() throws Exception {
        KnownHosts lines = KnownHosts.parse(line("@cert-authority", sshd, authority), "known_hosts");
        SshException host = assertThrows(SshException.class, () -> SshClients.named("trilead")
                .connect(endpoint(sshd), null, credential(), lines, LONG));
        assertSays(Reason.HOST_KEY, host, "web1", "line 1 of known_hosts", "mina");
        SshCredential certified = new SshCredential("deploy-key", credential().privateKey(), null, "a-certificate");
        SshException user = assertThrows(SshException.class, () -> SshClients.named("trilead")
                .connect(endpoint(sshd), null, certified, knownHosts(sshd), LONG));
        assertSays(Reason.KEY, user, "deploy-key", "mina");
    }

    /** A key that nobody has authorized, with a certificate. */
    private static SshCredential certifiedUser(String type, String... options) throws Exception {
        Path user = SshKeygen.generate(fresh("user"), type, "");
        Path certificate = SshKeygen.sign(authority, user, options);
        return new SshCredential(
                "deploy-key", Files.readString(user).toCharArray(), null, Files.readString(certificate));
    }

    private Sshd trusting(String... config) {
        String[] all = Arrays.copyOf(config, config.length + 1);
        all[config.length] = "TrustedUserCAKeys " + SshKeygen.publicKey(authority);
        return server(all);
    }

    @Test
    public void aCertificateOpensTheDoor() throws Exception {
        Sshd server = trusting();
        for (String type : new String[] {"ed25519", "ecdsa", "rsa"}) {
            SshCredential user = certifiedUser(type, "-n", server.user());
            SshConnection connection =
                    closeLater(client().connect(endpoint(server), null, user, knownHosts(server), LONG));
            assertEquals(
                    "hello\n", connection.run("echo hello", null, LONG, null).stdout());
        }
    }

    @Test
    public void aCertificateForAnotherUserIsRefusedByTheHost() throws Exception {
        Sshd server = trusting();
        SshException e =
                refused(endpoint(server), certifiedUser("ed25519", "-n", "somebody"), knownHosts(server), LONG);
        assertSays(Reason.AUTHENTICATION, e, "web1", server.user(), "deploy-key and its certificate", "principals");
    }

    @Test
    public void aRevokedCertificateIsRefusedByTheHost() throws Exception {
        Path user = SshKeygen.generate(fresh("user"), "ed25519", "");
        Path certificate = SshKeygen.sign(authority, user, "-n", sshd.user());
        Sshd server = trusting("RevokedKeys " + SshKeygen.publicKey(user));
        SshCredential credential = new SshCredential(
                "deploy-key", Files.readString(user).toCharArray(), null, Files.readString(certificate));
        assertEquals(
                Reason.AUTHENTICATION,
                refused(endpoint(server), credential, knownHosts(server), LONG).reason());
    }

    @Test
    public void aCertificateThatCannotCountIsRefusedBeforeTheHostSeesIt() throws Exception {
        Sshd server = trusting();
        KnownHosts known = knownHosts(server);
        assertSays(
                Reason.KEY,
                refused(endpoint(server), certifiedUser("ed25519", "-n", "x", "-V", EXPIRED), known, LONG),
                "deploy-key",
                "expired at 202");
        assertSays(
                Reason.KEY,
                refused(endpoint(server), certifiedUser("ed25519", "-h", "-n", "x"), known, LONG),
                "made for a host");
        assertSays(
                Reason.KEY,
                refused(
                        endpoint(server),
                        with(certifiedUser("ed25519", "-n", "x").certificate()),
                        known,
                        LONG),
                "another key");
        assertSays(Reason.KEY, refused(endpoint(server), with("ssh-ed25519 AAAA"), known, LONG), "cannot be read");
        assertSays(
                Reason.KEY,
                refused(endpoint(server), with(Files.readString(SshKeygen.publicKey(key))), known, LONG),
                "plain public key",
                "-cert.pub");
    }

    private static SshCredential with(String certificate) {
        return new SshCredential("deploy-key", credential().privateKey(), null, certificate);
    }
}
