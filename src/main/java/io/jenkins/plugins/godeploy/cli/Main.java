package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: the same engine as in Jenkins, for the day when Jenkins itself is down. */
@Command(
        name = "go-deploy",
        description = "Builds Go services and deploys them to Linux hosts over SSH.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; what state the hosts are in has been printed",
            "2:bad input, or refused: nothing was changed"
        },
        subcommands = {
            BuildCommand.class,
            PlanCommand.class,
            DeployCommand.class,
            RollbackCommand.class,
            HistoryCommand.class
        })
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print where an error comes from in the program.")
    private boolean verbose;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main).setExecutionExceptionHandler((error, command, parsed) -> {
            boolean refused = error instanceof BadInputException;
            command.getErr().println("go-deploy: " + Printable.line(String.valueOf(error.getMessage())));
            if (main.verbose || error instanceof RuntimeException && !refused) {
                error.printStackTrace(command.getErr());
            }
            return refused ? REFUSED : FAILED;
        });
    }
}
