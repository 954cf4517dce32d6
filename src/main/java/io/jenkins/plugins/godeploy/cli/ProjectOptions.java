package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.GoDeployFile;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which project, and where its history is kept. */
final class ProjectOptions {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            defaultValue = "godeploy.yaml",
            description = "The project's file; paths in it are relative to its folder. Default: ${DEFAULT-VALUE}.")
    private Path file;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "Where deployments are recorded. Default: .godeploy/history.jsonl beside the project's file.")
    private Path history;

    Project read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("There is no file " + file + "; name the project's file with -f.");
        }
        return GoDeployFile.read(file, GoDeployFile.Reader.COMMAND_LINE);
    }

    /** The folder that paths in the file are relative to. */
    Path folder() {
        return file.toAbsolutePath().normalize().getParent();
    }

    /** A path as it stands in the file; {@code ~/} is the home folder. */
    Path resolve(String path) {
        return path.startsWith("~/")
                ? Path.of(System.getProperty("user.home")).resolve(path.substring(2))
                : folder().resolve(path);
    }

    HistoryStore history() {
        Path store = history == null ? folder().resolve(".godeploy").resolve("history.jsonl") : history;
        return new HistoryStore(store, HistoryStore.RECORDS);
    }
}
