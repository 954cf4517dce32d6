package io.jenkins.plugins.godeploy.cli;

import java.util.UUID;

/** Names deployments that are asked for on the command line. */
final class DeploymentIds {
    private DeploymentIds() {}

    static String next() {
        return "cli-" + UUID.randomUUID();
    }
}
