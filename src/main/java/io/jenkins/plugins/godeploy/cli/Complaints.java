package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong in one sentence on standard error; a stack trace comes only with {@code --verbose}. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("go-deploy: " + TerminalText.clean(e.getMessage()) + "; '"
                + command.getCommandSpec().qualifiedName() + " --help' lists what there is.");
        UnmatchedArgumentException.printSuggestions(e, err);
        return ExitCode.REFUSED;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean expected = e instanceof BadInputException;
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        err.println(
                "go-deploy: " + (expected ? "" : e.getClass().getSimpleName() + ": ") + TerminalText.clean(message));
        if (command.getParseResult().hasMatchedOption("--verbose")) {
            e.printStackTrace(err);
        }
        err.flush();
        return expected ? ExitCode.REFUSED : ExitCode.FAILED;
    }
}
