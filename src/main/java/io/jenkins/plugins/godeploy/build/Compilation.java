package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.process.ProcessRunner;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compiles one program for one target after the other. */
final class Compilation {
    /** Below {@code dist/}, so that what ignores that folder ignores this too. */
    static final String OUTPUT = "dist/.build";

    private static final String STRIP = "-s -w";
    private static final String STAMP_VERSION = " -X main.version={{ .Version }}";
    private static final String STAMP_COMMIT = " -X main.commit={{ .Commit }} -X main.date={{ .CommitDate }}";

    private final GoBuild spec;
    private final String binary;
    private final Versioned versioned;
    private final ProcessRunner runner;
    private final BuildLog log;

    Compilation(GoBuild spec, String binary, Versioned versioned, ProcessRunner runner, BuildLog log) {
        this.spec = spec;
        this.binary = binary;
        this.versioned = versioned;
        this.runner = runner;
        this.log = log;
    }

    /** Variables for every go command: no C, so that every target can be compiled everywhere, then what was asked for. */
    static Map<String, String> environment(GoBuild spec) {
        Map<String, String> environment = new TreeMap<>(Map.of("CGO_ENABLED", "0"));
        environment.putAll(spec.env());
        return environment;
    }

    static Map<String, String> environment(GoBuild spec, Target target) {
        Map<String, String> environment = environment(spec);
        environment.put("GOOS", target.os());
        environment.put("GOARCH", target.arch());
        return environment;
    }

    /**
     * Compiles for one target; the compiler's messages go to the log in one piece.
     *
     * @param cores how many the compiler may use
     * @return path of the program, relative to the workspace
     * @throws BadInputException if the sources do not compile; it holds the first message with file and line
     */
    String compile(Target target, int cores) throws IOException, InterruptedException {
        String output = OUTPUT + "/" + target.os() + "_" + target.arch() + "/" + target.program(binary);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        OutputStream both = new SharedOutput(messages);
        int status;
        try {
            status = runner.run(command(target, cores, output), environment(spec, target), ".", both, both);
        } finally {
            log.write("go build " + spec.main() + " for " + target + "\n", messages.toByteArray());
        }
        if (status != 0) {
            fail(target, messages.toString(StandardCharsets.UTF_8));
        }
        return output;
    }

    private List<String> command(Target target, int cores, String output) {
        // The state of the checkout, which Go would stamp as well, tells of files that the build itself leaves behind.
        List<String> command = new ArrayList<>(List.of("go", "build", "-trimpath", "-buildvcs=false", "-p=" + cores));
        if (!spec.tags().isEmpty()) {
            command.add("-tags=" + String.join(",", spec.tags()));
        }
        command.add("-ldflags=" + Template.expand("ldflags", ldflags(), values(target)));
        command.addAll(List.of("-o", output, spec.main()));
        return command;
    }

    private String ldflags() {
        if (spec.ldflags() != null) {
            return spec.ldflags();
        }
        // Without a commit the program's own defaults say more than empty stamps.
        return STRIP + STAMP_VERSION + (versioned.source().commit() == null ? "" : STAMP_COMMIT);
    }

    private Map<String, String> values(Target target) {
        String commit = versioned.commit();
        return Map.of(
                "Arch", target.arch(),
                "Binary", binary,
                "Commit", commit,
                "CommitDate", versioned.commitDate(),
                "CommitTimestamp", versioned.commitTimestamp(),
                "Os", target.os(),
                "ShortCommit", commit.substring(0, Math.min(7, commit.length())),
                "Version", versioned.version());
    }

    private static void fail(Target target, String messages) throws IOException {
        Optional<String> first = CompilerMessages.first(messages);
        if (first.isPresent()) {
            throw new BadInputException("The program does not compile for " + target + ": " + first.get());
        }
        throw new IOException("go build for " + target + " failed: " + CompilerMessages.last(messages));
    }
}
