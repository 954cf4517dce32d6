package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KnownHostsTest {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final SshEndpoint WEB1 = new SshEndpoint("web1", "web1.example.org", 22, "deploy");
    private static final SshEndpoint ON_2222 = new SshEndpoint("web1", "web1.example.org", 2222, "deploy");

    private static String ed25519;
    private static String other;
    private static String rsa;

    @BeforeClass
    public static void makeKeys() throws Exception {
        ed25519 = makeKey("a", "ed25519");
        other = makeKey("b", "ed25519");
        rsa = makeKey("c", "rsa");
    }

    private static String makeKey(String name, String type) throws Exception {
        Path file = FOLDER.getRoot().toPath().resolve(name);
        SshKeygen.generate(file, type, "");
        String[] fields = Files.readString(SshKeygen.publicKey(file)).split(" ");
        return fields[0] + " " + fields[1].strip();
    }

    private static HostKey key(String typeAndKey) {
        return new HostKey(Base64.getDecoder().decode(typeAndKey.split(" ")[1]));
    }

    private static void accepts(String text, SshEndpoint endpoint, String key) throws Exception {
        KnownHosts.parse(text, "known_hosts").verify(endpoint, key(key));
    }

    private static SshException refuses(String text, SshEndpoint endpoint, String key) {
        SshException e = assertThrows(SshException.class, () -> accepts(text, endpoint, key));
        assertSays(Reason.HOST_KEY, e, endpoint.label());
        return e;
    }

    private static void cannotRead(String text, String... words) {
        BadInputException e = assertThrows(BadInputException.class, () -> KnownHosts.parse(text, "known_hosts"));
        assertSays(e, words);
    }

    @Test
    public void plainName() throws Exception {
        accepts("web1.example.org " + ed25519 + "\n", WEB1, ed25519);
    }

    @Test
    public void caseOfTheNameDoesNotMatter() throws Exception {
        accepts("Web1.Example.ORG " + ed25519, WEB1, ed25519);
    }

    @Test
    public void commentOfAKeyIsPassedOver() throws Exception {
        accepts("web1.example.org " + ed25519 + " root@web1 since 2024", WEB1, ed25519);
    }

    @Test
    public void portOtherThan22IsPartOfTheName() throws Exception {
        accepts("[web1.example.org]:2222 " + ed25519, ON_2222, ed25519);
        refuses("web1.example.org " + ed25519, ON_2222, ed25519);
        refuses("[web1.example.org]:2222 " + ed25519, WEB1, ed25519);
    }

    @Test
    public void listOfNames() throws Exception {
        accepts("10.0.0.2,web1.example.org,web1 " + ed25519, WEB1, ed25519);
    }

    @Test
    public void wildcards() throws Exception {
        accepts("*.example.org " + ed25519, WEB1, ed25519);
        accepts("web?.*.org " + ed25519, WEB1, ed25519);
        accepts("[*.example.org]:2222 " + ed25519, ON_2222, ed25519);
        refuses("web?.example.com " + ed25519, WEB1, ed25519);
        refuses("web??.example.org " + ed25519, WEB1, ed25519);
    }

    @Test
    public void negationWinsOverTheRestOfItsLine() throws Exception {
        refuses("*.example.org,!web1.example.org " + ed25519, WEB1, ed25519);
        accepts("*.example.org,!web2.example.org " + ed25519, WEB1, ed25519);
        refuses("!web2.example.org " + ed25519, WEB1, ed25519);
    }

    @Test
    public void namesHashedByOpenSsh() throws Exception {
        for (SshEndpoint endpoint : List.of(WEB1, ON_2222)) {
            Path file = FOLDER.newFile().toPath();
            String name = endpoint.port() == 22 ? endpoint.address() : "[" + endpoint.address() + "]:2222";
            Files.writeString(file, name + " " + ed25519 + "\n");
            Command.run("ssh-keygen", "-H", "-f", file.toString());
            String hashed = Files.readString(file);
            assertEquals(hashed, "|1|", hashed.substring(0, 3));
            accepts(hashed, endpoint, ed25519);
            refuses(hashed, new SshEndpoint("web1", "web2.example.org", endpoint.port(), "deploy"), ed25519);
        }
    }

    @Test
    public void severalKeysForAHost() throws Exception {
        String text = "web1.example.org " + ed25519 + "\nweb1.example.org " + other + "\n";
        accepts(text, WEB1, ed25519);
        accepts(text, WEB1, other);
    }

    @Test
    public void typesComeInTheOrderOfTheLines() {
        String text = "web1.example.org " + rsa + "\nweb2 " + other + "\nweb1.example.org " + ed25519 + "\n";
        assertEquals(
                List.of("ssh-rsa", "ssh-ed25519"),
                KnownHosts.parse(text, "known_hosts").keyTypes(WEB1));
    }

    @Test
    public void commentsBlankLinesAndCarriageReturns() throws Exception {
        accepts("# hosts\r\n\r\n  \t\r\n  web1.example.org\t" + ed25519 + "\r\n", WEB1, ed25519);
    }

    @Test
    public void unknownHostIsNamedWithItsKeyAndWhatToDo() {
        SshException e = refuses("web2.example.org " + ed25519, ON_2222, ed25519);
        assertSays(
                e,
                "web1 (web1.example.org:2222)",
                "ssh-ed25519 SHA256:",
                "known_hosts has no key for it",
                "'ssh-keyscan -p 2222 web1.example.org'");
    }

    @Test
    public void fingerprintIsThatOfSshKeygen() throws Exception {
        Path file = FOLDER.newFile().toPath();
        Files.writeString(file, ed25519 + "\n");
        String said = Command.run("ssh-keygen", "-l", "-f", file.toString());
        assertEquals(said.split(" ")[1], key(ed25519).fingerprint());
    }

    @Test
    public void changedKeyIsNamedWithItsLineAndBothFingerprints() {
        SshException e = refuses("\nweb1.example.org " + ed25519, WEB1, other);
        assertSays(
                e,
                "line 2 of known_hosts",
                key(ed25519).fingerprint(),
                key(other).fingerprint());
    }

    @Test
    public void keyOfAnotherTypeIsUnknown() {
        assertSays(refuses("web1.example.org " + ed25519, WEB1, rsa), "line 1 of known_hosts", "only one of type");
    }

    @Test
    public void revokedKeyIsRefusedEvenIfAnotherLineHasIt() {
        String text = "web1.example.org " + ed25519 + "\n@revoked * " + ed25519 + "\n";
        assertSays(refuses(text, WEB1, ed25519), "line 2 of known_hosts revokes");
    }

    @Test
    public void revokedKeyDoesNotVouchForAnother() {
        refuses("@revoked web1.example.org " + ed25519, WEB1, other);
    }

    @Test
    public void whereAnAuthorityIsKnownAPlainKeyIsNotEnough() throws Exception {
        String text = "@cert-authority *.example.org " + rsa + "\n";
        assertSays(refuses(text, WEB1, ed25519), "without a certificate", "line 1 of known_hosts", "HostCertificate");
        accepts(text + "10.0.0.2 " + ed25519, new SshEndpoint("db", "10.0.0.2", 22, "deploy"), ed25519);
    }

    @Test
    public void keyOfAnAuthorityIsNoHostKey() {
        refuses("@cert-authority web1.example.org " + ed25519, WEB1, ed25519);
    }

    @Test
    public void brokenLinesAreNamed() {
        cannotRead("# fine\nweb1.example.org ssh-ed25519\n", "Line 2 of known_hosts", "hosts key-type base64-key");
        cannotRead("web1.example.org ssh-ed25519 AAAA!!!!\n", "Line 1 of known_hosts", "not base64");
        cannotRead("web1.example.org ssh-rsa " + ed25519.split(" ")[1], "Line 1", "not of the type ssh-rsa");
        cannotRead("@trusted web1.example.org " + ed25519, "Line 1", "@trusted");
        cannotRead("|1|AAAA " + ed25519, "Line 1", "|1|salt|hash");
        cannotRead("|1|####|AAAA " + ed25519, "Line 1", "base64");
        cannotRead("|1|AAAA|AAAA " + ed25519, "Line 1", "HMAC-SHA1");
    }

    @Test
    public void travelsToAnAgent() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(KnownHosts.parse("web1.example.org " + ed25519, "known_hosts"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ((KnownHosts) in.readObject()).verify(WEB1, key(ed25519));
        }
    }
}
