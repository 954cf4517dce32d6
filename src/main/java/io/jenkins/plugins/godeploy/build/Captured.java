package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.process.ProcessRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a short command said.
 *
 * @param status exit status
 * @param out its standard output without the last line end
 * @param err its standard error, likewise
 */
record Captured(int status, String out, String err) {
    /** Runs a command in the workspace and waits for it. */
    static Captured run(ProcessRunner runner, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = runner.run(command, environment, ".", out, err);
        return new Captured(status, text(out), text(err));
    }

    boolean ok() {
        return status == 0;
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** The first line of its errors that says something. */
    String complaint() {
        return err.lines().filter(line -> !line.isBlank()).findFirst().orElse("exit status " + status);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
