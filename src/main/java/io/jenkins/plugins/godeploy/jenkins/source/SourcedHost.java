package io.jenkins.plugins.godeploy.jenkins.source;

import io.jenkins.plugins.godeploy.host.Host;
import java.util.List;

/**
 * A host as a {@link HostSource} knows it.
 *
 * @param host its name, which records and messages use, and where its SSH server is
 * @param knownHosts lines in known_hosts format, of which those of this host count; where there are any, no other key is
 *     accepted of it. Empty if the source knows no key: then the environment's own host keys decide, and a host without
 *     one is refused.
 */
public record SourcedHost(Host host, List<String> knownHosts) {
    public SourcedHost {
        knownHosts = List.copyOf(knownHosts);
    }

    /**
     * A host whose key the source does not know.
     *
     * @param name letters, digits, {@code .}, {@code _} and {@code -}
     * @param address DNS name or IP address
     * @param port of its SSH server
     * @throws io.jenkins.plugins.godeploy.BadInputException if one of them is not valid
     */
    public static SourcedHost of(String name, String address, int port) {
        return new SourcedHost(new Host(name, address, port), List.of());
    }

    /** The same host with its keys. */
    public SourcedHost withKnownHosts(List<String> lines) {
        return new SourcedHost(host, lines);
    }
}
