package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.process.ProcessRunner;
import io.jenkins.plugins.godeploy.process.ProgramNotFoundException;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The Go toolchain of the place where the build runs.
 *
 * @param version as {@code go env GOVERSION} prints it
 * @param host the target it compiles for when it is not told otherwise
 */
record Toolchain(String version, Target host) {
    /** Before {@code go build -buildvcs}; the oldest do not know GOVERSION. */
    private static final Pattern OLD = Pattern.compile("|go1\\.(\\d|1[0-7])(\\D.*)?");

    /**
     * Asks the toolchain about itself.
     *
     * @throws BadInputException if there is none, or if it cannot work in the workspace
     */
    static Toolchain find(ProcessRunner runner, Map<String, String> env) throws IOException, InterruptedException {
        Captured go;
        try {
            go = Captured.run(runner, env, List.of("go", "env", "GOVERSION", "GOOS", "GOARCH"));
        } catch (ProgramNotFoundException e) {
            throw new BadInputException(
                    "There is no Go here: install it (https://go.dev/dl/) so that 'go' is on the PATH, or in Jenkins "
                            + "configure a Go installation or container for this build.",
                    e);
        }
        if (!go.ok()) {
            throw new BadInputException("'go env' fails in the workspace (" + go.complaint()
                    + "); the Go that is used must be able to build this module.");
        }
        List<String> lines = go.lines();
        if (OLD.matcher(lines.get(0)).matches()) {
            throw new BadInputException("Go is too old here; version 1.18 or later is needed.");
        }
        return new Toolchain(lines.get(0), new Target(lines.get(1), lines.get(2)));
    }

    /**
     * The targets that were asked for, or else the host's own.
     *
     * @throws BadInputException if {@code go tool dist list} does not know one of them; it names the nearest
     */
    List<Target> targets(List<Target> asked, ProcessRunner runner, Map<String, String> env)
            throws IOException, InterruptedException {
        if (asked.isEmpty()) {
            return List.of(host);
        }
        Captured list = Captured.run(runner, env, List.of("go", "tool", "dist", "list"));
        if (!list.ok()) {
            throw new IOException("'go tool dist list' failed: " + list.complaint());
        }
        List<String> known = list.lines();
        for (Target target : asked) {
            if (!known.contains(target.toString())) {
                throw new BadInputException("Go (" + version + ") has no target " + target + "; the nearest it has is "
                        + Nearest.to(target.toString(), known).orElse("none") + ".");
            }
        }
        return asked;
    }
}
