package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** Byte streams through a host, and connections through a jump host. */
public abstract class SshTunnelsContract extends SshTestBase {
    /** Sends back what it gets, up to its end. */
    private int echo() throws IOException {
        ServerSocket door = closeLater(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        DaemonThreads.start("echo", () -> {
            try {
                while (true) {
                    Socket socket = door.accept();
                    DaemonThreads.start("echo", () -> echo(socket));
                }
            } catch (IOException e) {
                // closed
            }
        });
        return door.getLocalPort();
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // closed
        }
    }

    private int silent() throws IOException {
        return closeLater(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()))
                .getLocalPort();
    }

    @Test
    public void bytesGoThroughAndComeBack() throws Exception {
        RandomInput input = new RandomInput(3_000_000);
        try (SshTunnel tunnel = connect().tunnel("127.0.0.1", echo())) {
            FutureTask<byte[]> back = new FutureTask<>(() -> tunnel.in().readAllBytes());
            DaemonThreads.start("test", back);
            try (OutputStream out = tunnel.out()) {
                input.transferTo(out);
            }
            assertArrayEquals(new RandomInput(3_000_000).readAllBytes(), back.get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    public void nobodyListensThere() throws Exception {
        int port;
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = door.getLocalPort();
        }
        SshConnection connection = connect();
        SshException e = assertThrows(SshException.class, () -> connection.tunnel("127.0.0.1", port));
        assertSays(Reason.CONNECTION, e, "web1", "127.0.0.1:" + port);
    }

    @Test
    public void forwardingIsProhibited() throws Exception {
        SshConnection connection = connect(server("AllowTcpForwarding no"));
        SshException e = assertThrows(SshException.class, () -> connection.tunnel("127.0.0.1", 9));
        assertSays(Reason.FORWARDING_PROHIBITED, e, "web1", "127.0.0.1:9", "AllowTcpForwarding");
    }

    @Test
    public void closingEndsAPendingRead() throws Exception {
        SshTunnel tunnel = connect().tunnel("127.0.0.1", silent());
        FutureTask<Integer> read = new FutureTask<>(() -> tunnel.in().read());
        DaemonThreads.start("test", read);
        tunnel.close();
        assertEquals(-1, (int) read.get(60, TimeUnit.SECONDS));
    }

    @Test
    public void readsExpire() throws Exception {
        int port = silent();
        SshTunnel tunnel = closeLater(connect().tunnel("127.0.0.1", port));
        tunnel.expireAfter(Duration.ofMillis(100));
        SshException e = assertThrows(SshException.class, () -> tunnel.in().read());
        assertSays(Reason.TIMEOUT, e, "127.0.0.1:" + port, "web1");
    }

    private SshEndpoint bastion(Sshd server) {
        return new SshEndpoint("bastion", server.address(), server.port(), server.user());
    }

    private SshConnection connectThrough(Sshd bastion, KnownHosts knownHosts) throws Exception {
        return closeLater(client().connect(endpoint(sshd), bastion(bastion), credential(), knownHosts, LONG));
    }

    @Test
    public void commandsRunBehindAJumpHost() throws Exception {
        Sshd bastion = server();
        SshConnection connection = connectThrough(bastion, knownHosts(sshd, bastion));
        RandomInput input = new RandomInput(5_000_000);
        SshOutput output = connection.run("echo ${SSH_CONNECTION##* }; sha256sum", input, LONG, null);
        assertEquals(sshd.port() + "\n" + input.sha256() + "  -\n", output.stdout());
    }

    @Test
    public void jumpHostsKeyIsVerified() throws Exception {
        Sshd bastion = server();
        SshException e = assertThrows(SshException.class, () -> connectThrough(bastion, knownHosts(sshd)));
        assertSays(Reason.HOST_KEY, e, "bastion (127.0.0.1:" + bastion.port() + ")");
    }

    @Test
    public void keyOfTheHostBehindIsVerified() throws Exception {
        Sshd bastion = server();
        SshException e = assertThrows(SshException.class, () -> connectThrough(bastion, knownHosts(bastion)));
        assertSays(Reason.HOST_KEY, e, "web1 (127.0.0.1:" + sshd.port() + ")");
    }

    @Test
    public void jumpHostMayProhibitForwarding() throws Exception {
        Sshd bastion = server("AllowTcpForwarding no");
        SshException e = assertThrows(SshException.class, () -> connectThrough(bastion, knownHosts(sshd, bastion)));
        assertSays(Reason.FORWARDING_PROHIBITED, e, "bastion", "AllowTcpForwarding");
    }

    @Test
    public void userBehindTheJumpHostIsRefusedByName() throws Exception {
        Sshd bastion = server();
        Path stranger = SshKeygen.generate(bastion.folder().resolve("stranger"), "ed25519", "");
        bastion.authorize(SshKeygen.publicKey(stranger));
        SshException e = assertThrows(SshException.class, () -> client().connect(
                        endpoint(sshd), bastion(bastion), credential(stranger, null), knownHosts(sshd, bastion), LONG));
        assertSays(Reason.AUTHENTICATION, e, "web1");
    }

    @Test
    public void closingClosesBothConnections() throws Exception {
        Sshd bastion = server();
        SshConnection connection = connectThrough(bastion, knownHosts(sshd, bastion));
        connection.close();
        Eventually.isTrue("the jump host still has a connection", () -> bastion.connections() == 0);
    }

    @Test
    public void nothingIsLeftBehind() throws Exception {
        Sshd bastion = server();
        KnownHosts knownHosts = knownHosts(sshd, bastion);
        int echo = echo();
        SshEndpoint hanging = at("127.0.0.1", silent());
        Leftovers before = Leftovers.now();
        try (SshConnection connection = connectThrough(bastion, knownHosts);
                SshTunnel tunnel = connection.tunnel("127.0.0.1", echo)) {
            tunnel.out().write("hello".getBytes(StandardCharsets.UTF_8));
            assertEquals('h', tunnel.in().read());
            connection.exec("sleep 600");
            assertThrows(SshException.class, () -> connection.run("sleep 600", null, Duration.ofMillis(100), null));
        }
        refused(hanging, credential(), knownHosts, Duration.ofMillis(100));
        refused(endpoint(sshd), KnownHosts.parse("", "known_hosts"));
        before.assertNoMore();
    }
}
