package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.ArchiveFormat;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.ArtifactWriter;
import io.jenkins.plugins.godeploy.release.FilePaths;
import io.jenkins.plugins.godeploy.release.PackFile;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Packs compiled programs into {@code dist/}. It touches files and starts no process. */
public final class ReleasePackager {
    private ReleasePackager() {}

    /**
     * Makes {@code dist/} in the workspace: an artifact for each target, {@code release.json} and {@code SHA256SUMS}. What
     * an earlier build left there is removed, what others put there is not.
     *
     * @throws BadInputException if an extra file is missing, is not in the workspace or is in the way of another, or if
     *     {@code dist} is not a folder of the workspace; nothing has been changed by then
     */
    public static Release pack(Path workspace, Compiled compiled) throws IOException, InterruptedException {
        List<PackFile> extra = ExtraFiles.find(workspace, compiled.files());
        for (Map.Entry<Target, String> output : compiled.outputs().entrySet()) {
            requireNoConflict(output.getKey().program(compiled.binary()), extra);
            if (!Files.isRegularFile(workspace.resolve(output.getValue()))) {
                throw new IOException("The compiler left no program '" + output.getValue() + "' in '" + workspace
                        + "'; it must run in the same workspace as the packing.");
            }
        }
        DistFolder dist = DistFolder.prepare(workspace);
        List<Callable<Artifact>> jobs = new ArrayList<>();
        compiled.outputs()
                .forEach((target, output) ->
                        jobs.add(() -> artifact(dist.path(), compiled, target, workspace.resolve(output), extra)));
        int threads = Math.min(jobs.size(), Runtime.getRuntime().availableProcessors());
        Release release = new Release(
                compiled.service(),
                compiled.version(),
                compiled.source(),
                compiled.goVersion(),
                compiled.module(),
                compiled.modules(),
                InParallel.run(threads, jobs));
        dist.finish(release);
        return release;
    }

    private static Artifact artifact(Path dist, Compiled compiled, Target target, Path program, List<PackFile> extra)
            throws IOException {
        ArchiveFormat format = ArchiveFormat.of(compiled.archive());
        String binary = target.program(compiled.binary());
        List<PackFile> files = new ArrayList<>(extra);
        files.add(new PackFile(binary, "0755", program));
        String name = format.fileName(compiled.service(), compiled.version(), target);
        return new ArtifactWriter(dist, compiled.source().commitDate()).write(name, target, format, binary, files);
    }

    private static void requireNoConflict(String binary, List<PackFile> extra) {
        List<String> paths = new ArrayList<>(extra.stream().map(PackFile::path).toList());
        paths.add(binary);
        FilePaths.conflict(paths).ifPresent(conflict -> {
            throw new BadInputException("The release cannot hold all its files, since " + conflict
                    + "; the program is called '" + binary + "': leave that extra file out or name another binary.");
        });
    }
}
