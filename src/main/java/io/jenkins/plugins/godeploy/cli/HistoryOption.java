package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where deployments are recorded. */
final class HistoryOption {
    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "Where deployments are recorded (default: .godeploy/history.jsonl beside godeploy.yaml).")
    private Path history;

    Path path(Path folder) {
        return history == null ? folder.resolve(".godeploy/history.jsonl") : history;
    }

    /** @throws BadInputException if a record could not be kept, so that nothing is deployed without one */
    void requireWritable(Path folder) {
        Path file = path(folder).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new BadInputException(
                    "The folder of the history " + file + " cannot be made; name another with --history.", e);
        }
        boolean blocked = Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file));
        if (blocked || !Files.isWritable(file.getParent())) {
            throw new BadInputException("The history " + file
                    + " cannot be written; give the file and its folder to this user, or name another with --history.");
        }
    }
}
