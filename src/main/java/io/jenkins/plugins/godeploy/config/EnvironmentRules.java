package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.release.Names;
import java.util.List;

/** The rules that every environment keeps, wherever it is defined: in a file, in a form, or in a step. */
final class EnvironmentRules {
    private EnvironmentRules() {}

    static void check(
            String name,
            List<Host> hosts,
            String path,
            ServiceManager manager,
            Strategy strategy,
            HealthCheck health,
            String branches,
            int keep) {
        Names.environment(name);
        if (hosts.isEmpty()) {
            throw new BadInputException("Environment " + name + " has no hosts; it needs at least one.");
        }
    }
}
