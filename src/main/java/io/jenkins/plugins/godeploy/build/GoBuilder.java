package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.process.ProcessRunner;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Compiles and packs where processes and files are on the same machine. */
public final class GoBuilder {
    private GoBuilder() {}

    /**
     * Makes {@code dist/} in the workspace.
     *
     * @param runner starts {@code go} and {@code git} in that workspace
     * @throws io.jenkins.plugins.godeploy.BadInputException see {@link GoCompiler#compile} and
     *     {@link ReleasePackager#pack}
     */
    public static Release build(GoBuild spec, Path workspace, ProcessRunner runner, OutputStream log)
            throws IOException, InterruptedException {
        return ReleasePackager.pack(workspace, GoCompiler.compile(spec, runner, log));
    }
}
