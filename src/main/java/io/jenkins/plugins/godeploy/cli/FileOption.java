package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.GoDeployFile;
import io.jenkins.plugins.godeploy.config.Project;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which godeploy.yaml is meant. */
final class FileOption {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            defaultValue = "godeploy.yaml",
            description =
                    "What to build and where to deploy it (default: ${DEFAULT-VALUE}). Paths in it are relative to"
                            + " its folder.")
    private Path file;

    Project project() throws IOException {
        return GoDeployFile.read(file, GoDeployFile.Reader.COMMAND_LINE);
    }

    /** The folder of godeploy.yaml. */
    Path folder() {
        return file.toAbsolutePath().normalize().getParent();
    }
}
