package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/** Writes what belongs to a release besides its artifacts into a folder on an agent. */
record WriteSums(Release release) implements ControllerToAgentFileCallable<Void> {
    @Override
    public Void invoke(File folder, VirtualChannel channel) throws IOException {
        ReleaseFolder.write(folder.toPath(), release);
        return null;
    }
}
