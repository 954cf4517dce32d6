package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.Connection;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Connects with Trilead SSH: in Jenkins the build in the trilead-api plugin, elsewhere connectbot's. */
public final class TrileadClient implements SshClient {
    private static final String[] CIPHERS = {"aes128-ctr", "aes256-ctr"};

    /** None of the {@code -etm} kind: with Trilead they are open to an attack that drops packets (CVE-2023-48795). */
    private static final String[] MACS = {"hmac-sha2-256", "hmac-sha2-512"};

    private static final List<String> HOST_KEY_ALGORITHMS = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "rsa-sha2-512",
            "rsa-sha2-256");

    private final Duration keepaliveInterval;
    private final Duration keepalivePatience;

    public TrileadClient() {
        this(Keepalive.INTERVAL, Keepalive.PATIENCE);
    }

    TrileadClient(Duration keepaliveInterval, Duration keepalivePatience) {
        this.keepaliveInterval = keepaliveInterval;
        this.keepalivePatience = keepalivePatience;
    }

    @Override
    public SshConnection connect(
            SshEndpoint endpoint, SshEndpoint jump, SshCredential credential, KnownHosts knownHosts, Duration timeout)
            throws SshException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (TrileadKey key = TrileadKey.read(credential)) {
            if (jump == null) {
                return new TrileadHandshake(endpoint, credential, key, knownHosts, null)
                        .connect(deadline, timeout)
                        .watched(keepaliveInterval, keepalivePatience);
            }
            SshConnection first = new TrileadHandshake(jump, credential, key, knownHosts, null)
                    .connect(deadline, timeout)
                    .watched(keepaliveInterval, keepalivePatience);
            try {
                return new TrileadHandshake(endpoint, credential, key, knownHosts, first)
                        .connect(deadline, timeout)
                        .watched(keepaliveInterval, keepalivePatience);
            } catch (SshException | InterruptedException | RuntimeException e) {
                first.close();
                throw e;
            }
        }
    }

    static void offer(Connection connection, List<String> knownKeyTypes) {
        connection.setClient2ServerCiphers(CIPHERS);
        connection.setServer2ClientCiphers(CIPHERS);
        connection.setClient2ServerMACs(MACS);
        connection.setServer2ClientMACs(MACS);
        connection.setServerHostKeyAlgorithms(hostKeyAlgorithms(knownKeyTypes));
    }

    /** The known types come first, or a host that has another one, too, looks changed. */
    private static String[] hostKeyAlgorithms(List<String> knownKeyTypes) {
        Set<String> algorithms = new LinkedHashSet<>();
        for (String type : knownKeyTypes) {
            if (type.equals("ssh-rsa")) {
                algorithms.add("rsa-sha2-512");
                algorithms.add("rsa-sha2-256");
            } else if (HOST_KEY_ALGORITHMS.contains(type)) {
                algorithms.add(type);
            }
        }
        algorithms.addAll(HOST_KEY_ALGORITHMS);
        return algorithms.toArray(String[]::new);
    }

    /** What a message about failed negotiation says. */
    static String algorithms() {
        return "the ciphers " + String.join(", ", CIPHERS) + " and the MACs " + String.join(", ", MACS);
    }
}
