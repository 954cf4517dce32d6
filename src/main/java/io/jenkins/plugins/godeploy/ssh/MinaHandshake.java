package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Connects with MINA. */
final class MinaHandshake extends Handshake {
    private final MinaKey key;
    private final MinaEvents events = new MinaEvents();
    private final MinaAuthentication authentication = new MinaAuthentication();
    private LoopbackGate gate;
    private MinaEngine engine;
    private ClientSession session;

    /** @param jump what to go through; null for nothing */
    MinaHandshake(
            SshEndpoint endpoint, SshCredential credential, MinaKey key, KnownHosts knownHosts, SshConnection jump) {
        super(endpoint, credential, knownHosts, jump);
        this.key = key;
    }

    @Override
    void open(long deadline) throws SshException, InterruptedException {
        try {
            String address = endpoint.address();
            int port = endpoint.port();
            if (jump == null) {
                step("a name server that knows " + address);
                address = InetAddress.getByName(address).getHostAddress();
            } else {
                pass(new LoopbackGate(jump.tunnel(address, port)));
                address = LoopbackGate.ADDRESS;
                port = gate.port();
            }
            start();
            step("an SSH server there to name itself and agree on keys");
            session = engine.connect(endpoint.user(), address, port)
                    .verify(left(deadline))
                    .getClientSession();
            EnumSet<ClientSessionEvent> ends = EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED);
            if (!session.waitFor(ends, left(deadline)).contains(ClientSessionEvent.WAIT_AUTH)) {
                throw new IOException("The host ended the connection.", events.failure());
            }
        } catch (SshException e) {
            throw e;
        } catch (IOException e) {
            throw hostKeyRefusal() != null ? hostKeyRefusal() : events.explain(endpoint, e);
        }
    }

    private synchronized void pass(LoopbackGate opened) {
        gate = opened;
    }

    private synchronized void start() throws IOException {
        refuseIfAbandoned();
        engine = MinaEngine.start(
                MinaAlgorithms.hostKeys(knownHosts.keyTypes(endpoint), knownHosts.authority(endpoint) != null),
                new MinaHostKeys(endpoint, knownHosts, this),
                authentication,
                events,
                gate == null ? null : made -> made.getIoSession().writeBuffer(new ByteArrayBuffer(gate.request())));
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    @Override
    void authenticate(long deadline) throws IOException {
        key.offerTo(session);
        try {
            session.auth().verify(left(deadline));
        } catch (IOException e) {
            if (authentication.methods().isEmpty() || session.isClosing()) {
                throw new IOException("The host ended the connection.", e);
            }
            throw refused(authentication.methods(), authentication.partial());
        }
    }

    @Override
    HostConnection made() {
        return new MinaConnection(endpoint, session, engine, gate, jump);
    }

    @Override
    synchronized void cutOff(IOException reason) {
        if (engine != null) {
            engine.stop(endpoint.label());
        }
        if (gate != null) {
            gate.close();
        }
    }
}
