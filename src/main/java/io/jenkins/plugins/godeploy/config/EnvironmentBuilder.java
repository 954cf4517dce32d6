package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.release.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts an environment together for a service and fills in what is not said. Files, forms and step parameters all go
 * through it, so that the defaults are the same. Null always stands for the default.
 */
public final class EnvironmentBuilder {
    private final String name;
    private final String service;
    private final List<Host> hosts = new ArrayList<>();
    private SshSettings ssh;
    private String path;
    private ServiceManager manager;
    private Strategy strategy;
    private HealthCheck health;
    private String branches;
    private Integer keep;
    private Proof proof;
    private List<Hook> hooks = List.of();
    private Duration deadline;

    /**
     * @param name of the environment
     * @param service that is deployed there
     * @throws BadInputException if one of them is not a valid name
     */
    public EnvironmentBuilder(String name, String service) {
        this.name = Names.environment(name);
        this.service = Names.service(service);
    }

    /** How the hosts are reached; it has no default. */
    public EnvironmentBuilder ssh(SshSettings settings) {
        this.ssh = settings;
        return this;
    }

    /** One host more, after those before. */
    public EnvironmentBuilder host(Host host) {
        hosts.add(host);
        return this;
    }

    /** Default: {@code /opt/<service>}. */
    public EnvironmentBuilder path(String folder) {
        this.path = folder;
        return this;
    }

    /** Default: the unit {@code <service>.service} of the system's systemd. */
    public EnvironmentBuilder manager(ServiceManager serviceManager) {
        this.manager = serviceManager;
        return this;
    }

    /** Default: {@link Strategy.RollingUpdate#DEFAULT}. */
    public EnvironmentBuilder strategy(Strategy order) {
        this.strategy = order;
        return this;
    }

    /** Default: no check. */
    public EnvironmentBuilder health(HealthCheck check) {
        this.health = check;
        return this;
    }

    /** Default: any branch. */
    public EnvironmentBuilder branches(String expression) {
        this.branches = expression;
        return this;
    }

    /** Default: {@link Environment#KEEP}. */
    public EnvironmentBuilder keep(Integer releases) {
        this.keep = releases;
        return this;
    }

    /** Default: {@link Proof#STARTED}, and {@link Proof#NONE} for commands without a pidFile. */
    public EnvironmentBuilder proof(Proof weakest) {
        this.proof = weakest;
        return this;
    }

    /** Default: none. */
    public EnvironmentBuilder hooks(List<Hook> commands) {
        this.hooks = commands == null ? List.of() : List.copyOf(commands);
        return this;
    }

    /** Default: none. */
    public EnvironmentBuilder deadline(Duration longest) {
        this.deadline = longest;
        return this;
    }

    /** @throws BadInputException if a value breaks a rule; it says which and what would be right */
    public Environment build() {
        if (ssh == null) {
            throw new BadInputException("Environment " + name
                    + " does not say how its hosts are reached; it takes ssh with at least a user.");
        }
        ServiceManager starts = serviceManager();
        return new Environment(
                name,
                ssh,
                hosts,
                servicePath(),
                starts,
                strategy == null ? Strategy.RollingUpdate.DEFAULT : strategy,
                health,
                branches,
                keep == null ? Environment.KEEP : keep,
                proof == null ? defaultProof(starts) : proof,
                hooks,
                deadline);
    }

    private String servicePath() {
        return path == null ? "/opt/" + service : path;
    }

    private ServiceManager serviceManager() {
        return manager == null ? new ServiceManager.Systemd(List.of(service + ".service")) : manager;
    }

    private static Proof defaultProof(ServiceManager manager) {
        boolean noProcess = manager instanceof ServiceManager.Commands commands && commands.pidFile() == null;
        return noProcess ? Proof.NONE : Proof.STARTED;
    }
}
