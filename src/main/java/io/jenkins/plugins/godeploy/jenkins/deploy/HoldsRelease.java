package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/** Whether a folder on an agent holds a release with all its artifacts, each with its recorded sum. */
record HoldsRelease(Release release) implements ControllerToAgentFileCallable<Boolean> {
    @Override
    public Boolean invoke(File folder, VirtualChannel channel) throws IOException {
        try {
            return ReleaseFolder.load(folder.toPath()).equals(release);
        } catch (BadInputException e) {
            return false;
        }
    }
}
