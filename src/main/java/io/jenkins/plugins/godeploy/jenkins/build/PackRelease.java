package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.build.Compiled;
import io.jenkins.plugins.godeploy.build.ReleasePackager;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/** Packs compiled programs on the agent that has them. */
record PackRelease(Compiled compiled) implements ControllerToAgentFileCallable<Release> {
    @Override
    public Release invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        return ReleasePackager.pack(workspace.toPath(), compiled);
    }
}
