package io.jenkins.plugins.godeploy.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.AssumptionViolatedException;

/** The machine that the tests run on: what it has, and what it lacks for them. */
public final class Machine {
    private Machine() {}

    /** The project's folder. */
    public static Path project() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    public static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes sure of commands such as {@code go} or {@code sshd}. Root gets them installed; anybody else's test is
     * skipped with one line that says what to install.
     */
    public static void require(String... commands) {
        List<String> missing =
                Arrays.stream(commands).filter(c -> find(c).isEmpty()).toList();
        if (missing.isEmpty()) {
            return;
        }
        String install = "src/setup/install";
        if (!isRoot()) {
            throw lacks(String.join(", ", missing) + ": run " + install + " as root");
        }
        Command.run(project().resolve(install).toString());
        require(missing.toArray(String[]::new));
    }

    /** An executable in PATH, or where Debian keeps those for root. */
    static Optional<Path> find(String command) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Skips the test that asks, and says why on the console: a skipped test's own message is shown nowhere. */
    static AssumptionViolatedException lacks(String what) {
        String line = "This machine lacks " + what;
        System.err.println(line);
        return new AssumptionViolatedException(line);
    }
}
