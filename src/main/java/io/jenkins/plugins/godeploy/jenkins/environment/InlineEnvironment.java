package io.jenkins.plugins.godeploy.jenkins.environment;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.EnvironmentBuilder;
import io.jenkins.plugins.godeploy.config.HostLine;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedDefinition;
import io.jenkins.plugins.godeploy.jenkins.strategy.RolloutStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An environment that a step itself describes. */
final class InlineEnvironment {
    private final EnvironmentParameters parameters;
    private final String service;
    private final List<Host> hosts;

    InlineEnvironment(EnvironmentParameters parameters, String onlyService) {
        this.parameters = parameters;
        this.service = parameters.getService() == null ? onlyService : parameters.getService();
        this.hosts = parameters.getHosts().stream().map(HostLine::parse).toList();
        if (service == null) {
            throw new BadInputException("Nothing says which service it is; add service.");
        }
        if (parameters.getCredentialsId() == null) {
            throw new BadInputException(
                    "The hosts are given without a key; add credentialsId, the ID of an SSH private key in Jenkins.");
        }
        if (parameters.getKnownHosts() == null) {
            throw new BadInputException("The hosts are given without their keys; add knownHosts, the lines or the path"
                    + " of a known_hosts file in the workspace.");
        }
    }

    /** What belongs to hosts would be passed over in silence where the step gives none. */
    static void requireNothingOf(EnvironmentParameters parameters) {
        List<String> needless = said(parameters);
        if (!needless.isEmpty()) {
            throw new BadInputException(
                    String.join(", ", needless)
                            + (needless.size() == 1 ? " belongs" : " belong")
                            + " to hosts that the step itself gives, and it gives none; say it in godeploy.yaml, or add hosts.");
        }
    }

    /** What an administrator has said of an environment, no step says otherwise. */
    static void requireNothingBeside(EnvironmentParameters parameters) {
        List<String> needless = said(parameters);
        if (!needless.isEmpty()) {
            throw new BadInputException("Environment " + parameters.getEnvironment()
                    + " is an administrator's, in Jenkins itself, and takes no "
                    + String.join(", ", needless) + " from a step; leave that away, or choose a name of your own.");
        }
    }

    private static List<String> said(EnvironmentParameters parameters) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("hosts", parameters.getHosts());
        said.put("user", parameters.getUser());
        said.put("credentialsId", parameters.getCredentialsId());
        said.put("knownHosts", parameters.getKnownHosts());
        said.put("path", parameters.getPath());
        said.put("units", parameters.getUnits());
        said.put("keep", parameters.getKeep());
        said.put("strategy", isDefault(parameters.getStrategy()) ? null : parameters.getStrategy());
        said.put("health", parameters.getHealth());
        said.values().removeIf(Objects::isNull);
        return List.copyOf(said.keySet());
    }

    /** A form always has a strategy. */
    private static boolean isDefault(RolloutStrategy strategy) {
        return strategy == null || strategy.toStrategy().equals(Strategy.RollingUpdate.DEFAULT);
    }

    String name() {
        return parameters.getEnvironment() == null ? ManagedDefinition.INLINE : parameters.getEnvironment();
    }

    String service() {
        return service;
    }

    List<Host> hosts() {
        return hosts;
    }

    String credentialsId() {
        return parameters.getCredentialsId();
    }

    /** @param defaultUser the credential's user name */
    Environment toEnvironment(String defaultUser) {
        EnvironmentBuilder builder = new EnvironmentBuilder(name(), service)
                .ssh(ssh(parameters.getUser() == null ? defaultUser : parameters.getUser()))
                .path(parameters.getPath())
                .keep(parameters.getKeep());
        hosts.forEach(builder::host);
        if (parameters.getUnits() != null) {
            builder.manager(new ServiceManager.Systemd(parameters.getUnits()));
        }
        if (parameters.getStrategy() != null) {
            builder.strategy(parameters.getStrategy().toStrategy());
        }
        if (parameters.getHealth() != null) {
            builder.health(parameters.getHealth().toHealthCheck());
        }
        return builder.build();
    }

    /** A line of known_hosts has spaces; a path with spaces is written with a leading {@code ./}. */
    static boolean isPath(String text) {
        return !text.contains("\n") && (!text.contains(" ") || text.startsWith("./"));
    }

    private SshSettings ssh(String user) {
        String text = parameters.getKnownHosts();
        boolean isPath = isPath(text);
        return new SshSettings(
                user, parameters.getCredentialsId(), null, isPath ? text : null, isPath ? null : text, null, null);
    }
}
