package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.process.LocalProcessRunner;
import io.jenkins.plugins.godeploy.process.ProcessRunner;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workspace with Go sources, on which the real go and git work; what the machine's user configured for git is ignored. */
final class Workspace implements ProcessRunner {
    static final String COMMIT_DATE = "2026-01-31T12:00:00Z";

    private static final String PROGRAM = """
            package main

            import "fmt"

            var version, commit, date = "unset", "unset", "unset"

            func main() { fmt.Println(version, commit, date) }
            """;

    final Path path;
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(
            Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_SYSTEM", "/dev/null", "GOTOOLCHAIN", "local"));

    private Workspace(Path path) {
        this.path = path;
    }

    static Workspace empty(Path path) throws IOException {
        Files.createDirectories(path);
        return new Workspace(path);
    }

    /** The module {@code example.org/shop}, whose program prints its stamps. */
    static Workspace withModule(Path path) throws IOException {
        return empty(path)
                .file("go.mod", "module example.org/shop\n\ngo 1.19\n")
                .file("main.go", PROGRAM);
    }

    /** As {@link #withModule}, committed and tagged v1.2.0. */
    static Workspace tagged(Path path) throws Exception {
        return withModule(path).commit().git("tag", "v1.2.0");
    }

    Workspace file(String name, String content) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Sets a variable for every process that is started from now on. */
    Workspace with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Commits all files; equal files give an equal commit. */
    Workspace commit() throws Exception {
        git("init", "--quiet", "--initial-branch=main");
        git("add", "--all");
        return git("commit", "--quiet", "--allow-empty", "--message=Change");
    }

    Workspace git(String... arguments) throws Exception {
        Map<String, String> author = Map.of(
                "GIT_AUTHOR_NAME",
                "A",
                "GIT_AUTHOR_EMAIL",
                "a@example.org",
                "GIT_AUTHOR_DATE",
                COMMIT_DATE,
                "GIT_COMMITTER_NAME",
                "A",
                "GIT_COMMITTER_EMAIL",
                "a@example.org",
                "GIT_COMMITTER_DATE",
                COMMIT_DATE);
        environment.putAll(author);
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        output(command);
        return this;
    }

    /** What a command that must succeed prints in the workspace, errors included. */
    String output(String... command) throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = run(List.of(command), Map.of(), ".", out, out);
        assertEquals(out.toString(), 0, status);
        return out.toString(StandardCharsets.UTF_8);
    }

    Release build(GoBuild spec) throws IOException, InterruptedException {
        return GoBuilder.build(spec, path, this, log);
    }

    @Override
    public int run(
            List<String> command, Map<String, String> variables, String directory, OutputStream out, OutputStream err)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new LocalProcessRunner(path).run(command, all, directory, out, err);
    }
}
