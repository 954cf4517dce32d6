package io.jenkins.plugins.godeploy.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar go-deploy-cli.jar}. */
@Command(
        name = "go-deploy",
        description = "Builds Go services, ships them to Linux hosts over SSH and keeps their deployment history.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        subcommands = HelpCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; which state each host is in has been printed",
            "2:bad input, or refused: nothing has been changed"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Surroundings.real()).execute(arguments));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        Complaints complaints = new Complaints();
        CommandLine commandLine = new CommandLine(new Main())
                .addSubcommand(new BuildCommand())
                .addSubcommand(new PlanCommand(surroundings))
                .addSubcommand(new DeployCommand(surroundings))
                .addSubcommand(new RollbackCommand(surroundings))
                .addSubcommand(new HistoryCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new VerifyCommand(surroundings));
        return commandLine.setParameterExceptionHandler(complaints).setExecutionExceptionHandler(complaints);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is named");
    }
}
