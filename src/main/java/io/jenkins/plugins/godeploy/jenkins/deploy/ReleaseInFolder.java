package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.jenkins.branch.Branches;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;

/** A release in a folder of the workspace; this build stands for it. */
final class ReleaseInFolder implements ReleaseSource {
    private final String path;
    private final ChosenRelease release;

    private ReleaseInFolder(String path, ChosenRelease release) {
        this.path = path;
        this.release = release;
    }

    /** @throws BadInputException if the folder holds no release, or not all of it, or other bytes than it says */
    static ReleaseInFolder load(String path, Run<?, ?> run, FilePath workspace)
            throws IOException, InterruptedException {
        FilePath folder = workspace.child(path);
        Release release = folder.act(new LoadRelease());
        return new ReleaseInFolder(path, new ChosenRelease(release, run, Branches.of(run.getParent()), null, folder));
    }

    @Override
    public String onlyService() {
        return release.release().service();
    }

    @Override
    public ChosenRelease choose(String service) {
        if (!release.release().service().equals(service)) {
            throw new BadInputException("The release in '" + path + "' is of the service " + onlyService() + ", not of "
                    + service + "; name the folder of a release of " + service + ".");
        }
        return release;
    }
}
