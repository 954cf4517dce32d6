package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.Connection;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** Connects with Trilead, which swallows interrupts and knows no time limit for authentication. */
final class TrileadHandshake extends Handshake {
    private final TrileadKey key;
    private Connection connection;
    private SocketSource sockets;

    /** @param jump what to go through; null for nothing */
    TrileadHandshake(
            SshEndpoint endpoint, SshCredential credential, TrileadKey key, KnownHosts knownHosts, SshConnection jump) {
        super(endpoint, credential, knownHosts, jump);
        this.key = key;
    }

    @Override
    void open(long deadline) throws SshException, InterruptedException {
        if (knownHosts.authority(endpoint) != null
                && knownHosts.keyTypes(endpoint).isEmpty()) {
            throw new SshException(
                    Reason.HOST_KEY,
                    endpoint.label() + " is to be vouched for by the certificate authority in "
                            + knownHosts.authority(endpoint)
                            + ", and the client trilead knows no certificates: take the client auto or mina.");
        }
        try {
            String address = endpoint.address();
            LoopbackGate gate = null;
            if (jump == null) {
                step("a name server that knows " + address);
                address = InetAddress.getByName(address).getHostAddress();
            } else {
                gate = new LoopbackGate(jump.tunnel(address, endpoint.port()));
            }
            Connection opened = new Connection(address, endpoint.port());
            synchronized (this) {
                connection = opened;
                sockets = new SocketSource(gate);
                refuseIfAbandoned();
            }
            TrileadClient.offer(opened, knownHosts.keyTypes(endpoint));
            TrileadTransport.setUp(opened, sockets);
            step("an SSH server there to name itself and agree on keys");
            int millis = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (deadline - System.nanoTime()) / 1_000_000));
            opened.connect((host, port, algorithm, blob) -> accepts(new HostKey(blob)), millis, 0);
        } catch (SshException e) {
            throw e;
        } catch (IOException e) {
            throw hostKeyRefusal() != null ? hostKeyRefusal() : TrileadErrors.connecting(endpoint, e);
        }
    }

    private boolean accepts(HostKey hostKey) {
        try {
            knownHosts.verify(endpoint, hostKey);
            return true;
        } catch (SshException e) {
            return keep(e);
        }
    }

    @Override
    void authenticate(long deadline) throws IOException {
        String user = endpoint.user();
        List<String> methods = List.of(connection.getRemainingAuthMethods(user));
        if (connection.isAuthenticationComplete()
                || methods.contains("publickey") && key.authenticate(connection, user)) {
            return;
        }
        boolean partial = connection.isAuthenticationPartialSuccess();
        throw refused(partial ? List.of(connection.getRemainingAuthMethods(user)) : methods, partial);
    }

    @Override
    HostConnection made() {
        return new TrileadConnection(endpoint, connection, sockets, jump);
    }

    @Override
    synchronized void cutOff(IOException reason) {
        if (connection != null) {
            sockets.close();
            TrileadTransport.sever(connection, reason);
        }
    }
}
