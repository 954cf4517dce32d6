package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a service runs and how it gets there. Validated when it is made; {@link EnvironmentBuilder} knows the defaults.
 *
 * @param name such as {@code production}
 * @param ssh how its hosts are reached
 * @param hosts at least one, no name and no address with port twice
 * @param path absolute path of the service's folder on each host, such as {@code /opt/shop}
 * @param manager what starts the service
 * @param strategy in which order the hosts get a release
 * @param health what must answer; null for none
 * @param branches a regular expression that the whole branch name must match; null for any
 * @param keep how many releases that were proved good stay on a host, the current one included; at least 2
 * @param proof the weakest proof that is accepted
 * @param hooks commands before and after phases
 * @param deadline after which a deployment is ended and taken back; null for none
 */
public record Environment(
        String name,
        SshSettings ssh,
        List<Host> hosts,
        String path,
        ServiceManager manager,
        Strategy strategy,
        HealthCheck health,
        String branches,
        int keep,
        Proof proof,
        List<Hook> hooks,
        Duration deadline)
        implements Serializable {
    /** How many releases Kamal keeps. */
    public static final int KEEP = 5;

    /** @throws BadInputException if a value breaks a rule */
    public Environment {
        hosts = List.copyOf(hosts);
        hooks = List.copyOf(hooks);
        EnvironmentRules.check(name, hosts, path, manager, strategy, health, branches, keep, proof);
        HookRules.check(hooks);
        EnvironmentRules.deadline(deadline, strategy);
    }

    /**
     * Refuses a release that was built from another branch than those that are taken.
     *
     * @param branch that the release was built from; null if unknown
     * @throws BadInputException if only some branches are taken and this is none of them
     */
    public void requireBranch(String branch) {
        if (branches == null || branch != null && Pattern.matches(branches, branch)) {
            return;
        }
        throw new BadInputException("Environment " + name + " takes releases of the branches " + branches + ", and this"
                + (branch == null
                        ? " one does not know its branch; build it where git has a branch checked out."
                        : " one is of " + Printable.shortened(branch) + "; deploy one of those."));
    }
}
