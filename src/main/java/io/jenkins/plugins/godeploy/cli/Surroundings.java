package io.jenkins.plugins.godeploy.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Help.Ansi;

/**
 * What the command line is run in.
 *
 * @param home the user's home folder
 * @param user the user's name
 * @param environment its variables
 * @param passphrase asks a person for a passphrase, given what to ask; answers null where there is nobody
 * @param terminal whether a person watches on a terminal that can move its cursor
 */
record Surroundings(
        Path home,
        String user,
        Map<String, String> environment,
        Function<String, char[]> passphrase,
        boolean terminal) {
    static Surroundings real() {
        Console console = System.console();
        return new Surroundings(
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                System.getenv(),
                question -> console == null ? null : console.readPassword("%s", question),
                console != null && Ansi.AUTO.enabled());
    }
}
