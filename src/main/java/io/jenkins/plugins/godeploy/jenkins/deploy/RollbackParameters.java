package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentParameters;

/** What {@code goRollback} takes, as a step and in a freestyle project. */
interface RollbackParameters extends EnvironmentParameters {
    /** An ID, a unique prefix of one, or a version; null for the last good release before the current one. */
    String getTo();
}
