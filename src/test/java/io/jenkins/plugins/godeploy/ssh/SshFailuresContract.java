package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** What is said about a connection that cannot be made, or is lost. */
public abstract class SshFailuresContract extends SshTestBase {
    private static final KnownHosts NOBODY = KnownHosts.parse("", "known_hosts");

    abstract SshClient client(Duration keepaliveInterval, Duration keepalivePatience);

    /** Accepts connections and does with them what a test wants. */
    private ServerSocket server(Peer peer) throws IOException {
        ServerSocket door = closeLater(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        DaemonThreads.start("test server", () -> {
            try {
                while (true) {
                    peer.talk(door.accept());
                }
            } catch (IOException e) {
                // closed
            }
        });
        return door;
    }

    private interface Peer {
        void talk(Socket socket) throws IOException;
    }

    @Test
    public void nobodyListens() throws Exception {
        ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        door.close();
        SshException e = refused(at("127.0.0.1", door.getLocalPort()), NOBODY);
        assertSays(Reason.CONNECTION, e, "web1 (127.0.0.1:" + door.getLocalPort() + ")", "refuses the connection");
    }

    @Test
    public void nameIsUnknown() {
        SshException e = refused(at("no-such-host.invalid", 22), NOBODY);
        assertSays(Reason.UNKNOWN_HOST, e, "web1 (no-such-host.invalid:22)", "cannot be found");
    }

    @Test
    public void hostHangs() throws Exception {
        ServerSocket door = server(socket -> {});
        SshException e = refused(at("127.0.0.1", door.getLocalPort()), credential(), NOBODY, Duration.ofSeconds(1));
        assertSays(Reason.TIMEOUT, e, "web1 (127.0.0.1:" + door.getLocalPort() + ")", "within 1 s");
    }

    @Test
    public void hostHangsAfterItsName() throws Exception {
        ServerSocket door = server(
                socket -> socket.getOutputStream().write("SSH-2.0-Tired\r\n".getBytes(StandardCharsets.US_ASCII)));
        SshException e = refused(at("127.0.0.1", door.getLocalPort()), credential(), NOBODY, Duration.ofSeconds(1));
        assertEquals(e.getMessage(), Reason.TIMEOUT, e.reason());
    }

    @Test
    public void hostSpeaksAnotherProtocol() throws Exception {
        ServerSocket door = server(socket -> {
            try (socket) {
                String page = "HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n" + "<html>".repeat(200) + "\r\n";
                socket.getOutputStream().write(page.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().read(new byte[1000]);
            }
        });
        SshException e = refused(at("127.0.0.1", door.getLocalPort()), NOBODY);
        assertSays(Reason.CONNECTION, e, "web1", "does not speak SSH");
    }

    @Test
    public void hostTurnsClientsAway() throws Exception {
        ServerSocket door = server(Socket::close);
        SshException e = refused(at("127.0.0.1", door.getLocalPort()), NOBODY);
        assertSays(Reason.CONNECTION, e, "web1", "connection");
    }

    @Test
    public void keyIsNotAuthorized() {
        Path stranger = SshKeygen.generate(sshd.folder().resolve("stranger"), "ed25519", "");
        SshException e = refused(endpoint(sshd), credential(stranger, null), knownHosts(sshd), LONG);
        assertSays(Reason.AUTHENTICATION, e, "web1", "refuses the user " + sshd.user(), "deploy-key");
    }

    @Test
    public void userIsUnknown() {
        SshEndpoint endpoint = new SshEndpoint("web1", sshd.address(), sshd.port(), "nobody-of-that-name");
        SshException e = refused(endpoint, knownHosts(sshd));
        assertSays(Reason.AUTHENTICATION, e, "web1", "nobody-of-that-name", "deploy-key");
    }

    @Test
    public void serverWantsNoKeys() {
        Sshd typing = server("PubkeyAuthentication no", "KbdInteractiveAuthentication yes", "UsePAM yes");
        SshException e = refused(endpoint(typing), knownHosts(typing));
        assertSays(Reason.AUTHENTICATION, e, "web1", "keyboard-interactive", "PubkeyAuthentication");
    }

    @Test
    public void serverWantsMoreThanAKey() {
        Sshd strict = server(
                "KbdInteractiveAuthentication yes",
                "UsePAM yes",
                "AuthenticationMethods publickey,keyboard-interactive");
        SshException e = refused(endpoint(strict), knownHosts(strict));
        assertSays(Reason.AUTHENTICATION, e, "web1", "keyboard-interactive", "more");
    }

    @Test
    public void hostKeyIsUnknown() {
        SshException e = refused(endpoint(sshd), NOBODY);
        String fingerprint = sshd.hostKeyLine("x").split(" ")[2];
        assertSays(
                Reason.HOST_KEY,
                e,
                "web1 (127.0.0.1:" + sshd.port() + ")",
                "ssh-ed25519",
                new HostKey(java.util.Base64.getDecoder().decode(fingerprint)).fingerprint(),
                "'ssh-keyscan -p " + sshd.port() + " 127.0.0.1'");
        assertEquals(sshd.hostKeyLine("[127.0.0.1]:" + sshd.port()), e.offeredKey());
    }

    @Test
    public void hostKeyHasChanged() {
        Sshd other = server();
        String line = other.hostKeyLine("[127.0.0.1]:" + sshd.port());
        SshException e = refused(endpoint(sshd), KnownHosts.parse("# first\n" + line, "known_hosts"));
        assertSays(Reason.HOST_KEY, e, "web1", "line 2 of known_hosts", "instead of");
        assertEquals(2, e.getMessage().split("SHA256:", -1).length - 1);
        assertNull(e.offeredKey());
    }

    @Test
    public void keyTypesThatAreKnownAreAskedForFirst() throws Exception {
        Sshd two = closeLater(Sshd.start(java.util.List.of("ed25519", "ecdsa", "rsa")));
        two.authorize(SshKeygen.publicKey(key));
        for (String type : new String[] {"rsa", "ecdsa", "ed25519"}) {
            KnownHosts one = KnownHosts.parse(two.hostKeyLine("[127.0.0.1]:" + two.port(), type), "known_hosts");
            SshConnection connection = client().connect(endpoint(two), null, credential(), one, LONG);
            closeLater(connection);
            assertEquals(0, connection.run("true", null, LONG, null).status());
        }
    }

    @Test
    public void connectCanBeInterrupted() throws Exception {
        CountDownLatch accepted = new CountDownLatch(1);
        ServerSocket door = server(socket -> accepted.countDown());
        FutureTask<SshConnection> connect = new FutureTask<>(
                () -> client().connect(at("127.0.0.1", door.getLocalPort()), null, credential(), NOBODY, LONG));
        Thread thread = DaemonThreads.start("test", connect);
        assertTrue(accepted.await(60, TimeUnit.SECONDS));
        thread.interrupt();
        Exception e = assertThrows(Exception.class, () -> connect.get(60, TimeUnit.SECONDS));
        assertEquals(InterruptedException.class, e.getCause().getClass());
    }

    @Test
    public void connectionIsResetWhileBytesAreSent() throws Exception {
        Relay relay = closeLater(new Relay(sshd.port()));
        SshConnection connection = connectThrough(relay, client());
        CountDownLatch half = new CountDownLatch(1);
        FutureTask<SshOutput> run = new FutureTask<>(() ->
                connection.run("cat > /dev/null", new RandomInput(Long.MAX_VALUE), LONG, sent -> half.countDown()));
        DaemonThreads.start("test", run);
        assertTrue(half.await(60, TimeUnit.SECONDS));
        relay.reset();
        Exception e = assertThrows(Exception.class, () -> run.get(60, TimeUnit.SECONDS));
        assertSays(Reason.CONNECTION, (SshException) e.getCause(), "web1", "lost");
    }

    @Test
    public void silentHostIsNoticed() throws Exception {
        SshClient client = client(Duration.ofMillis(200), Duration.ofMillis(500));
        Relay relay = closeLater(new Relay(sshd.port()));
        SshConnection connection = connectThrough(relay, client);
        SshProcess process = closeLater(connection.exec("sleep 600"));
        relay.fallSilent();
        SshException e = assertThrows(SshException.class, () -> process.waitFor(LONG));
        assertSays(Reason.CONNECTION, e, "web1", "no sign of life");
    }

    @Test
    public void quietHostThatAnswersIsKept() throws Exception {
        SshClient client = client(Duration.ofMillis(50), Duration.ofSeconds(30));
        SshConnection connection =
                closeLater(client.connect(endpoint(sshd), null, credential(), knownHosts(sshd), LONG));
        assertEquals(0, connection.run("sleep 1", null, LONG, null).status());
        assertEquals(0, connection.run("true", null, LONG, null).status());
    }

    /** With the relay's port known for the server's key. */
    private SshConnection connectThrough(Relay relay, SshClient client) throws Exception {
        KnownHosts knownHosts = KnownHosts.parse(sshd.hostKeyLine("[127.0.0.1]:" + relay.port()), "known_hosts");
        return closeLater(client.connect(at("127.0.0.1", relay.port()), null, credential(), knownHosts, LONG));
    }
}
