package io.jenkins.plugins.godeploy.process;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Starts processes ({@code go}, {@code git}, hooks) where the sources are. In Jenkins it is the step's decorated
 * launcher, on the command line a {@link ProcessBuilder}; nothing else in the engine starts one.
 */
public interface ProcessRunner {
    /**
     * Runs a command and waits for it.
     *
     * @param command program and arguments; never goes through a shell
     * @param environment variables set on top of those of the place where it runs
     * @param directory working directory, relative to the workspace ({@code "."} is the workspace itself), {@code /} as
     *     separator
     * @param stdout where its standard output goes; not closed
     * @param stderr where its standard error goes; not closed
     * @return the exit status
     * @throws ProgramNotFoundException if there is no such program
     * @throws IOException if it cannot be started for another reason
     * @throws InterruptedException if the wait is interrupted; the process and its children have been ended by then
     */
    int run(
            List<String> command,
            Map<String, String> environment,
            String directory,
            OutputStream stdout,
            OutputStream stderr)
            throws IOException, InterruptedException;
}
