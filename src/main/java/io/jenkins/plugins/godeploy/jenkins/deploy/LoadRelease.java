package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/** Reads and verifies the release in a folder on an agent. */
record LoadRelease() implements ControllerToAgentFileCallable<Release> {
    @Override
    public Release invoke(File folder, VirtualChannel channel) throws IOException {
        return ReleaseFolder.load(folder.toPath());
    }
}
