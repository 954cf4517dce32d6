package io.jenkins.plugins.godeploy.jenkins.environment;

import hudson.FilePath;
import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.util.List;

/** Reads small text files of the workspace, wherever it is. */
final class WorkspaceText {
    /** More than any known_hosts of a fleet, and little enough to be held in memory. */
    private static final long LONGEST = 4L << 20;

    private final FilePath workspace;

    WorkspaceText(FilePath workspace) {
        this.workspace = workspace;
    }

    boolean exists(String path) throws IOException, InterruptedException {
        return workspace.child(path).exists();
    }

    /**
     * Reads a file.
     *
     * @param path relative to the workspace
     * @throws BadInputException if there is no such file, it is too long, or it is outside of the workspace
     */
    String read(String path) throws IOException, InterruptedException {
        if (path.startsWith("/")
                || path.contains("\\")
                || List.of(path.split("/")).contains("..")) {
            throw new BadInputException(
                    "'" + path + "' is outside of the workspace; name a file of the repository, such as known_hosts.");
        }
        FilePath file = workspace.child(path);
        if (!file.exists()) {
            throw new BadInputException("There is no file '" + path
                    + "' in the workspace; check out the repository first, or correct the path.");
        }
        if (file.length() > LONGEST) {
            throw new BadInputException(
                    "The file '" + path + "' has " + file.length() + " bytes; it takes at most " + LONGEST + ".");
        }
        return file.readToString();
    }
}
