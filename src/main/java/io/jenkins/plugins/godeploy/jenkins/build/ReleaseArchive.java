package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.Fingerprinter;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.jenkins.branch.Branches;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseJson;
import io.jenkins.plugins.godeploy.release.Sha256Sums;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jenkins.util.BuildListenerAdapter;
import jenkins.util.VirtualFile;

/**
 * Where the releases of a build lie among its artifacts: {@code dist/<service>/<id>/} each, so that builds of many
 * services or versions keep them apart.
 */
final class ReleaseArchive {
    private static final String DIST = "dist";
    /** More than any release.json has. */
    private static final int LONGEST = 4 << 20;

    private ReleaseArchive() {}

    static String folder(Release release) {
        return String.join("/", DIST, release.service(), release.id());
    }

    /** Archives {@code dist/} of the workspace, with fingerprints. */
    static void write(
            Release release, Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener log)
            throws IOException, InterruptedException {
        List<String> names = new ArrayList<>(List.of(ReleaseJson.FILE_NAME, Sha256Sums.FILE_NAME));
        release.artifacts().stream().map(Artifact::name).forEach(names::add);
        Map<String, String> files = new LinkedHashMap<>();
        names.forEach(name -> files.put(folder(release) + "/" + name, DIST + "/" + name));
        run.pickArtifactManager().archive(workspace, launcher, BuildListenerAdapter.wrap(log), files);
        new Fingerprinter(String.join(",", files.values())).perform(run, workspace, env, launcher, log);
    }

    /**
     * The releases that other steps archived, such as {@code archiveArtifacts 'dist/*'}.
     *
     * @throws BadInputException if a {@code release.json} there is none
     */
    static List<ArchivedRelease> find(Run<?, ?> run) throws IOException {
        VirtualFile root = run.getArtifactManager().root();
        List<ArchivedRelease> found = new ArrayList<>();
        for (String path : new TreeSet<>(root.list("**/" + ReleaseJson.FILE_NAME, null, true))) {
            int end = path.lastIndexOf('/');
            try (InputStream in = root.child(path).open()) {
                found.add(new ArchivedRelease(
                        ReleaseJson.parse(in.readNBytes(LONGEST)),
                        end < 0 ? "" : path.substring(0, end),
                        Branches.of(run.getParent())));
            }
        }
        return found;
    }
}
