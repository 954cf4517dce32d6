package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

public class HelpTest {
    private static final List<String> COMMANDS =
            List.of("build", "plan", "deploy", "rollback", "history", "demo", "verify");

    private final Cli cli = new Cli(Path.of("."));

    @Test
    public void listsTheCommandsAndTheExitCodes() {
        assertEquals(0, cli.raw("--help"));

        for (String command : COMMANDS) {
            assertTrue(command, cli.out.contains("  " + command + " "));
        }
        assertTrue(cli.out, cli.out.contains("bad input, or refused: nothing has been changed"));
    }

    @Test
    public void everyCommandAndOptionIsExplained() {
        CommandLine commandLine = Main.commandLine(cli.surroundings());
        for (String name : COMMANDS) {
            CommandSpec command = commandLine.getSubcommands().get(name).getCommandSpec();
            assertEquals(name, 1, command.usageMessage().description().length);
            for (OptionSpec option : command.options()) {
                assertTrue(name + " " + option.longestName(), option.description().length > 0);
            }
        }
    }

    @Test
    public void everyCommandHasHelp() {
        for (String command : COMMANDS) {
            assertEquals(0, cli.raw(command, "--help"));
            assertTrue(cli.out, cli.out.startsWith("Usage: go-deploy " + command));
        }
    }
}
