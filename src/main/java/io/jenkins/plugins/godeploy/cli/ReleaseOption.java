package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which release is to be deployed. */
final class ReleaseOption {
    @Option(
            names = "--release",
            paramLabel = "DIR",
            description = "The folder that the build made (default: dist beside godeploy.yaml).")
    private Path release;

    Path dist(Path folder) {
        return release == null ? folder.resolve("dist") : release;
    }

    /** The release, verified, if the environment takes it. */
    Release load(Path folder, Environment environment) throws IOException {
        Release loaded = ReleaseFolder.load(dist(folder));
        environment.requireBranch(
                loaded.source() == null ? null : loaded.source().branch());
        return loaded;
    }
}
