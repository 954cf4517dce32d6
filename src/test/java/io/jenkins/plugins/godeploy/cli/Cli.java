package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** Runs the command line in a folder of its own, with nobody at the terminal. */
final class Cli {
    final Path folder;
    final Map<String, String> environment = new HashMap<>();
    String out;
    String err;

    Cli(Path folder) {
        this.folder = folder;
    }

    Cli file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** The exit code; the folder's godeploy.yaml is named for the command. */
    int run(String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = command;
        all[1] = "-f";
        all[2] = folder.resolve("godeploy.yaml").toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return raw(all);
    }

    int raw(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        CommandLine commandLine = Main.commandLine(surroundings())
                .setOut(new PrintWriter(outText, true))
                .setErr(new PrintWriter(errText, true));
        int code = commandLine.execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    /** That it ended with 2, printed this one sentence and nothing else. */
    void refuses(String sentence, String command, String... arguments) {
        int code = run(command, arguments);
        assertEquals("go-deploy: " + sentence + System.lineSeparator(), err.replace(folder + "/", ""));
        assertEquals("", out);
        assertEquals(2, code);
    }

    Surroundings surroundings() {
        return new Surroundings(folder, "alice", environment, question -> null, false);
    }
}
