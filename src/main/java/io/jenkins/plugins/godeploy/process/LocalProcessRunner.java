package io.jenkins.plugins.godeploy.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts processes on this machine, in folders below a base folder. */
public final class LocalProcessRunner implements ProcessRunner {
    private final Path base;

    /** @param base the workspace: what {@code directory} of {@link #run} is relative to */
    public LocalProcessRunner(Path base) {
        this.base = base;
    }

    @Override
    public int run(
            List<String> command,
            Map<String, String> environment,
            String directory,
            OutputStream stdout,
            OutputStream stderr)
            throws IOException, InterruptedException {
        Process process = start(command, environment, base.resolve(directory));
        try {
            process.getOutputStream().close();
            StreamPump out = StreamPump.start(process.getInputStream(), stdout);
            StreamPump err = StreamPump.start(process.getErrorStream(), stderr);
            int status = process.waitFor();
            out.finish();
            err.finish();
            return status;
        } finally {
            destroyTree(process);
        }
    }

    private static Process start(List<String> command, Map<String, String> environment, Path directory)
            throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IOException("There is no folder '" + directory + "' to run '" + command.get(0) + "' in.");
        }
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(directory.toFile());
        builder.environment().putAll(environment);
        String path = environment.get("PATH");
        if (path != null) {
            // The JDK looks a program up in its own PATH, whatever the child's is.
            builder.command().set(0, lookUp(command.get(0), path));
        }
        try {
            return builder.start();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("error=2,")) {
                throw new ProgramNotFoundException(command.get(0), e);
            }
            throw e;
        }
    }

    private static String lookUp(String program, String path) throws ProgramNotFoundException {
        if (program.contains("/") || program.contains(File.separator)) {
            return program;
        }
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException(program, null));
    }

    /** Does nothing to a process that has ended: its children, if any are left, are no longer known as such. */
    private static void destroyTree(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
