package io.jenkins.plugins.godeploy.jenkins.configuration;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.jenkins.source.SourcedHost;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshEndpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hosts of an environment as they are now.
 *
 * @param hosts in the order in which they get a release
 * @param hostKeys lines in known_hosts format; null where they are accepted when they are seen first
 */
public record ResolvedHosts(List<Host> hosts, String hostKeys) {
    /**
     * Asks the environment's source.
     *
     * @param jump of the environment; null for none
     * @throws BadInputException if the source does not tell, or tells something that is not valid
     */
    static ResolvedHosts of(ManagedEnvironment managed, Host jump) throws InterruptedException {
        KnownHosts own = KnownHosts.parse(managed.getHostKeys() == null ? "" : managed.getHostKeys(), "hostKeys");
        List<Host> hosts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (jump != null) {
            lines.addAll(own.linesOf(endpoint(jump)));
        }
        for (SourcedHost sourced : ask(managed)) {
            hosts.add(sourced.host());
            // The lines of one host vouch for no other, whatever patterns they have
            List<String> told = KnownHosts.parse(
                            String.join("\n", sourced.knownHosts()), "the known hosts of " + sourced.host())
                    .linesOf(endpoint(sourced.host()));
            lines.addAll(told.isEmpty() ? own.linesOf(endpoint(sourced.host())) : told);
        }
        return new ResolvedHosts(List.copyOf(hosts), String.join("\n", lines));
    }

    private static List<SourcedHost> ask(ManagedEnvironment managed) throws InterruptedException {
        try {
            return managed.getHostSource().hosts();
        } catch (IOException e) {
            throw new BadInputException(
                    "The hosts of environment " + managed.getName() + " could not be found out: " + e.getMessage(), e);
        }
    }

    private static SshEndpoint endpoint(Host host) {
        return new SshEndpoint(host.name(), host.address(), host.port(), "");
    }
}
