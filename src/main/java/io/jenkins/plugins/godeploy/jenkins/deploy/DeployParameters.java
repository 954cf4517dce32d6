package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentParameters;

/** What {@code goDeploy} takes, as a step and in a freestyle project. */
interface DeployParameters extends EnvironmentParameters {
    /** An ID, a unique prefix of one, or a version; null for the only release of the service that this build made. */
    String getRelease();

    boolean isDryRun();
}
