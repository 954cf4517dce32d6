package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The accepted host keys, read from text in the known_hosts format of sshd(8). A host is looked up by the name or
 * address that is connected to, and by {@code [name]:port} where the port is not 22; nothing else is tried.
 */
public final class KnownHosts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<KnownHost> lines = new ArrayList<>();
    private final String source;

    private KnownHosts(String source) {
        this.source = source;
    }

    /**
     * @param text lines of known_hosts
     * @param source what messages call it, such as a path
     * @throws BadInputException if a line is not well-formed; the message names it
     */
    public static KnownHosts parse(String text, String source) {
        KnownHosts knownHosts = new KnownHosts(source);
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            KnownHost host = KnownHost.parse(line, source, ++number);
            if (host != null) {
                knownHosts.lines.add(host);
            }
        }
        return knownHosts;
    }

    /** The key of a line, as {@code ssh-keygen -l} shows it: {@code ssh-ed25519 SHA256:...}. */
    public static String fingerprint(String line) {
        return KnownHost.parse(line, "known_hosts", 1).key().toString();
    }

    /** Whether anything is said of a host, so that a key of its own would be none that is seen for the first time. */
    public boolean knows(SshEndpoint endpoint) {
        return !of(endpoint).isEmpty();
    }

    /**
     * A line for a host and its key.
     *
     * @param key as it goes over the wire (RFC 4253, section 6.6)
     */
    public static String line(String address, int port, byte[] key) {
        return pattern(new SshEndpoint(address, address, port, "")) + " " + new HostKey(key).text();
    }

    /** The lines that say something of a host, written for it alone. */
    public List<String> linesOf(SshEndpoint endpoint) {
        return of(endpoint).stream()
                .map(host -> (host.marker() + " " + pattern(endpoint) + " "
                                + host.key().text())
                        .strip())
                .toList();
    }

    /** The types of the keys accepted for a host, in the order of the lines. */
    List<String> keyTypes(SshEndpoint endpoint) {
        return of(endpoint).stream()
                .filter(host -> host.marker().isEmpty())
                .map(host -> host.key().type())
                .distinct()
                .toList();
    }

    /** The line of a certificate authority that vouches for a host, such as {@code line 2 of known_hosts}; null for none. */
    String authority(SshEndpoint endpoint) {
        return of(endpoint).stream()
                .filter(host -> host.marker().equals(KnownHost.CERT_AUTHORITY))
                .map(this::at)
                .findFirst()
                .orElse(null);
    }

    /**
     * Judges a certificate; one whose authority is not known counts no more than the key in it.
     *
     * @throws SshException with {@link Reason#HOST_KEY} unless it is accepted for the host
     */
    void verify(SshEndpoint endpoint, HostCertificate certificate, Instant now) throws SshException {
        refuseRevoked(endpoint, certificate.authority(), "presents a certificate signed by the key ");
        Optional<KnownHost> authority = of(endpoint).stream()
                .filter(host -> host.marker().equals(KnownHost.CERT_AUTHORITY)
                        && host.key().equals(certificate.authority()))
                .findFirst();
        if (authority.isEmpty()) {
            verify(endpoint, certificate.key());
            return;
        }
        refuseRevoked(endpoint, certificate.key(), "presents the key ");
        String flaw = certificate.flaw(endpoint.address().toLowerCase(Locale.ROOT), now);
        if (flaw != null) {
            throw refuse(
                    endpoint, "presents a certificate of the authority in " + at(authority.get()) + " " + flaw + ".");
        }
    }

    /** @throws SshException with {@link Reason#HOST_KEY} unless the key is accepted for the host */
    void verify(SshEndpoint endpoint, HostKey key) throws SshException {
        refuseRevoked(endpoint, key, "presents the key ");
        List<KnownHost> accepted =
                of(endpoint).stream().filter(host -> host.marker().isEmpty()).toList();
        if (accepted.stream().anyMatch(host -> host.key().equals(key))) {
            return;
        }
        for (KnownHost host : accepted) {
            if (host.key().type().equals(key.type())) {
                throw refuse(
                        endpoint,
                        "presents another key than the one in " + at(host) + ", " + key + " instead of " + host.key()
                                + ": somebody may be in between; if the host has a new key, replace that line.");
            }
        }
        String authority = authority(endpoint);
        if (authority != null) {
            throw refuse(
                    endpoint,
                    "presents the key " + key + " without a certificate of the authority in " + authority
                            + ": make one with 'ssh-keygen -h -s' and name it as HostCertificate in its sshd_config, or"
                            + " add the host's own key, as '" + keyscan(endpoint) + "' prints it.");
        }
        String lack = accepted.isEmpty()
                ? source + " has no key for it"
                : at(accepted.get(0)) + " has only one of type "
                        + accepted.get(0).key().type() + " for it";
        throw new SshException(
                Reason.HOST_KEY,
                endpoint.label() + " presents the key " + key + ", and " + lack
                        + ": compare the fingerprint with the host's own, then add what '" + keyscan(endpoint)
                        + "' prints.",
                of(endpoint).isEmpty() ? pattern(endpoint) + " " + key.text() : null);
    }

    private void refuseRevoked(SshEndpoint endpoint, HostKey key, String what) throws SshException {
        for (KnownHost host : of(endpoint)) {
            if (host.marker().equals(KnownHost.REVOKED) && host.key().equals(key)) {
                throw refuse(
                        endpoint,
                        what + key + ", which " + at(host)
                                + " revokes: find out who uses it, and give the host a new key.");
            }
        }
    }

    private String at(KnownHost host) {
        return "line " + host.line() + " of " + source;
    }

    private List<KnownHost> of(SshEndpoint endpoint) {
        String host = pattern(endpoint);
        return lines.stream().filter(line -> line.pattern().matches(host)).toList();
    }

    private static String pattern(SshEndpoint endpoint) {
        String address = endpoint.address().toLowerCase(Locale.ROOT);
        return endpoint.port() == 22 ? address : "[" + address + "]:" + endpoint.port();
    }

    private static String keyscan(SshEndpoint endpoint) {
        return "ssh-keyscan " + (endpoint.port() == 22 ? "" : "-p " + endpoint.port() + " ") + endpoint.address();
    }

    private static SshException refuse(SshEndpoint endpoint, String sentence) {
        return new SshException(Reason.HOST_KEY, endpoint.label() + " " + sentence);
    }
}
