package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.FilePath;
import hudson.model.Run;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;
import java.io.InputStream;
import jenkins.util.VirtualFile;

/**
 * The folder on the agent with a release's artifacts: the workspace's if it holds exactly what the build recorded, else a
 * copy of what the build archived. To be closed, which removes a copy.
 */
final class ReleaseFiles implements AutoCloseable {
    private static final String DIST = "dist";

    private final FilePath folder;
    private final boolean copy;

    private ReleaseFiles(FilePath folder, boolean copy) {
        this.folder = folder;
        this.copy = copy;
    }

    static ReleaseFiles provide(Run<?, ?> run, FilePath workspace, Release release)
            throws IOException, InterruptedException {
        FilePath dist = workspace.child(DIST);
        if (dist.act(new HoldsRelease(release))) {
            return new ReleaseFiles(dist, false);
        }
        FilePath temp = WorkspaceList.tempDir(workspace);
        temp.mkdirs();
        ReleaseFiles files = new ReleaseFiles(temp.createTempDir("go-deploy", DIST), true);
        boolean done = false;
        try {
            files.copy(run.getArtifactManager().root().child(DIST), release);
            done = true;
            return files;
        } finally {
            if (!done) {
                files.close();
            }
        }
    }

    private void copy(VirtualFile archive, Release release) throws IOException, InterruptedException {
        for (Artifact artifact : release.artifacts()) {
            VirtualFile file = archive.child(artifact.name());
            if (!file.isFile()) {
                throw new BadInputException("The artifact dist/" + artifact.name() + " of release " + release.id()
                        + " is neither in the workspace nor archived with this build; run goBuild again.");
            }
            try (InputStream in = file.open()) {
                folder.child(artifact.name()).copyFrom(in);
            }
        }
        folder.act(new WriteSums(release));
        if (!folder.act(new HoldsRelease(release))) {
            throw new BadInputException("The archived artifacts of release " + release.id()
                    + " are not those that the build recorded; run goBuild again.");
        }
    }

    /** Its path on the agent. */
    String path() {
        return folder.getRemote();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (copy) {
            folder.deleteRecursive();
        }
    }
}
