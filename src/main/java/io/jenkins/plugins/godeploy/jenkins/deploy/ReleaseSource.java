package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployAuthority;
import java.io.IOException;

/** Where a step takes a release from: this build, another one, or a folder of the workspace. */
interface ReleaseSource {
    /** The service that all releases there are of; null if there are none, or several services. */
    String onlyService();

    /**
     * The release of a service.
     *
     * @throws io.jenkins.plugins.godeploy.BadInputException if there is none, or several fit; it lists them
     */
    ChosenRelease choose(String service);

    /**
     * Finds what the parameter {@code release} names.
     *
     * @param text null for the only release of this build
     * @param authority decides which jobs it may read
     * @throws io.jenkins.plugins.godeploy.BadInputException if it is not there, or this build may not read it
     */
    static ReleaseSource of(String text, Run<?, ?> run, FilePath workspace, DeployAuthority authority)
            throws IOException, InterruptedException {
        ReleaseName name = ReleaseName.parse(text);
        if (name instanceof ReleaseName.Folder folder) {
            return ReleaseInFolder.load(folder.path(), run, workspace);
        }
        if (name instanceof ReleaseName.OfBuild other) {
            return ReleaseOfBuild.ofOther(OtherBuild.find(other, run, authority), other.release());
        }
        return ReleaseOfBuild.ofThis(run, ((ReleaseName.OfThisBuild) name).release());
    }
}
