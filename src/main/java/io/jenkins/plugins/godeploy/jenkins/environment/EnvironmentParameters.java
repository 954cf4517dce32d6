package io.jenkins.plugins.godeploy.jenkins.environment;

import io.jenkins.plugins.godeploy.jenkins.health.HealthProbe;
import io.jenkins.plugins.godeploy.jenkins.strategy.RolloutStrategy;
import java.util.List;

/**
 * Where a step deploys to: the name of an environment that is defined elsewhere, or hosts and what belongs to them. Null
 * stands for what is not said.
 */
public interface EnvironmentParameters {
    String getEnvironment();

    String getService();

    /** A host each, {@code name} or {@code name:port}; null for an environment that is defined elsewhere. */
    List<String> getHosts();

    /** Default: the credential's user name. */
    String getUser();

    String getCredentialsId();

    /** Lines in known_hosts format, or the path of such a file in the workspace. */
    String getKnownHosts();

    String getPath();

    List<String> getUnits();

    Integer getKeep();

    RolloutStrategy getStrategy();

    HealthProbe getHealth();

    /** Whether a failure fails the build; otherwise it is the result. */
    boolean isPropagate();
}
