package io.jenkins.plugins.godeploy.jenkins.build;

import io.jenkins.plugins.godeploy.build.GoBuild;

/** What {@code goBuild} takes, as a step and in a freestyle project. */
interface GoBuildParameters {
    /** @throws io.jenkins.plugins.godeploy.BadInputException if a value is wrong */
    GoBuild toGoBuild();

    /** Name of the Go installation to build with; null for the {@code go} on the PATH. */
    String getGo();
}
