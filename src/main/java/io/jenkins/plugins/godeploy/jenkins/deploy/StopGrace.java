package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import java.time.Duration;

/** How long a deployment that was told to stop may take to reach a known state. */
final class StopGrace {
    private static final Duration BASE = Duration.ofMinutes(2);

    private StopGrace() {}

    /** A host in flight is proved at most twice: with the new release, and with the old one when it returns. */
    static Duration of(Environment environment) {
        return environment.health() == null
                ? BASE
                : BASE.plus(environment.health().timing().deadline().multipliedBy(2));
    }
}
