package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import jenkins.util.VirtualFile;

/**
 * The folder on the agent with a release's artifacts: one of the workspace if it holds exactly that release, else a copy
 * of what a build archived. To be closed, which removes a copy.
 */
final class ReleaseFiles implements AutoCloseable {
    private static final String DIST = "dist";

    private final FilePath folder;
    private final boolean copy;
    private final TaskListener log;

    private ReleaseFiles(FilePath folder, boolean copy, TaskListener log) {
        this.folder = folder;
        this.copy = copy;
        this.log = log;
    }

    /**
     * Brings them there.
     *
     * @param deployment its ID, by which one that is taken up again finds and replaces what it left
     * @throws BadInputException if the archive lacks one of them, or has another
     */
    static ReleaseFiles provide(ChosenRelease chosen, FilePath workspace, String deployment, TaskListener log)
            throws IOException, InterruptedException {
        if (chosen.folder() != null) {
            return new ReleaseFiles(chosen.folder(), false, log);
        }
        FilePath dist = workspace.child(DIST);
        if (dist.act(new HoldsRelease(chosen.release()))) {
            return new ReleaseFiles(dist, false, log);
        }
        ReleaseFiles files =
                new ReleaseFiles(WorkspaceList.tempDir(workspace).child("go-deploy-" + deployment), true, log);
        boolean done = false;
        try {
            files.copy(chosen);
            done = true;
            return files;
        } finally {
            if (!done) {
                files.close();
            }
        }
    }

    private void copy(ChosenRelease chosen) throws IOException, InterruptedException {
        Release release = chosen.release();
        VirtualFile archive = chosen.origin().getArtifactManager().root();
        folder.deleteRecursive();
        folder.mkdirs();
        for (Artifact artifact : release.artifacts()) {
            String path = (chosen.archive().isEmpty() ? "" : chosen.archive() + "/") + artifact.name();
            VirtualFile file = archive.child(path);
            if (!file.isFile()) {
                throw new BadInputException("The artifact " + path + " of release " + release.id()
                        + " is neither in the workspace nor archived with "
                        + chosen.origin().getFullDisplayName() + "; run goBuild again.");
            }
            bring(file, folder.child(artifact.name()));
        }
        folder.act(new WriteSums(release));
        if (!folder.act(new HoldsRelease(release))) {
            throw new BadInputException("The archived artifacts of release " + release.id()
                    + " are not those that its release.json describes; run goBuild again.");
        }
    }

    /** An archive elsewhere is read by the agent itself, one on the controller through the controller. */
    private static void bring(VirtualFile file, FilePath to) throws IOException, InterruptedException {
        URL elsewhere = file.toExternalURL();
        if (elsewhere != null) {
            to.act(new Download(elsewhere));
            return;
        }
        try (InputStream in = file.open()) {
            to.copyFrom(in);
        }
    }

    /** Its path on the agent. */
    String path() {
        return folder.getRemote();
    }

    /** What has been deployed by then is deployed, so a copy that stays only takes room. */
    @Override
    public void close() throws InterruptedException {
        if (!copy) {
            return;
        }
        try {
            folder.deleteRecursive();
        } catch (IOException e) {
            log.getLogger()
                    .println("The copy of the release in '" + folder.getRemote() + "' could not be removed ("
                            + e.getMessage() + "); remove it.");
        }
    }
}
