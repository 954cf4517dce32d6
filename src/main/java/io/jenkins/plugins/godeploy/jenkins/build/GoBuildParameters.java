package io.jenkins.plugins.godeploy.jenkins.build;

import io.jenkins.plugins.godeploy.build.GoBuild;

/** What {@code goBuild} takes, as a step and in a freestyle project. */
interface GoBuildParameters {
    /** @throws io.jenkins.plugins.godeploy.BadInputException if a value is wrong */
    GoBuild toGoBuild();
}
