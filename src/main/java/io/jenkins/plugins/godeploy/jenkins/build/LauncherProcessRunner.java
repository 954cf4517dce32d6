package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import io.jenkins.plugins.godeploy.process.ProcessRunner;
import io.jenkins.plugins.godeploy.process.ProgramNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts processes through a build's launcher, so that containers and {@code withEnv} work as for any other step. */
final class LauncherProcessRunner implements ProcessRunner {
    /** What env(1) and a shell exit with, which stand before the command in a container. */
    private static final int NOT_FOUND = 127;

    private final Launcher launcher;
    private final EnvVars env;
    private final FilePath workspace;

    LauncherProcessRunner(Launcher launcher, EnvVars env, FilePath workspace) {
        this.launcher = launcher;
        this.env = env;
        this.workspace = workspace;
    }

    @Override
    public int run(
            List<String> command,
            Map<String, String> environment,
            String directory,
            OutputStream stdout,
            OutputStream stderr)
            throws IOException, InterruptedException {
        try {
            int status = launcher.launch()
                    .cmds(onThePath(command))
                    .envs(new EnvVars(env).overrideAll(environment))
                    .pwd(directory.equals(".") ? workspace : workspace.child(directory))
                    .stdout(stdout)
                    .stderr(stderr)
                    .quiet(true)
                    .start()
                    .join();
            if (status == NOT_FOUND) {
                throw new ProgramNotFoundException(command.get(0), null);
            }
            return status;
        } catch (IOException e) {
            throw notFound(e) ? new ProgramNotFoundException(command.get(0), e) : e;
        }
    }

    /** The JDK looks a program up in the agent's own PATH, whatever that of the process will be; env(1) does not. */
    private List<String> onThePath(List<String> command) {
        if (!launcher.isUnix()) {
            return command;
        }
        List<String> prefixed = new ArrayList<>(List.of("env"));
        prefixed.addAll(command);
        return prefixed;
    }

    /** How {@link ProcessBuilder} says that there is no such program; it has no type of its own for that. */
    private static boolean notFound(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Cannot run program") && message.contains("error=2,");
    }
}
