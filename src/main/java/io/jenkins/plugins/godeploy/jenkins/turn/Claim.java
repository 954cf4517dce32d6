package io.jenkins.plugins.godeploy.jenkins.turn;

import io.jenkins.plugins.godeploy.config.Environment;
import java.util.List;
import java.util.Locale;

/**
 * A deployment that wants its hosts for itself.
 *
 * @param id of the deployment
 * @param job full name
 * @param build number of the build
 * @param rollback whether it goes back to a release that is on the hosts
 * @param service name of the service
 * @param environment name of the environment; null where the step itself gives the hosts, so that its name says nothing
 * @param hosts {@code address:port} of each, in lower case
 * @param path the service's folder on each host
 */
record Claim(
        String id,
        String job,
        int build,
        boolean rollback,
        String service,
        String environment,
        List<String> hosts,
        String path) {
    Claim {
        hosts = List.copyOf(hosts);
    }

    static List<String> hosts(Environment environment) {
        return environment.hosts().stream()
                .map(host -> host.address().toLowerCase(Locale.ROOT) + ":" + host.port())
                .toList();
    }

    /** Whether one of them has to wait for the other: same environment and service, or same folder on some host. */
    boolean conflicts(Claim other) {
        return isSamePlace(other) || path.equals(other.path) && hosts.stream().anyMatch(other.hosts::contains);
    }

    /** Whether both are for the same service in the same environment. */
    boolean isSamePlace(Claim other) {
        return environment != null && environment.equals(other.environment) && service.equals(other.service);
    }
}
