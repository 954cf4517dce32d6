package io.jenkins.plugins.godeploy.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program that runs beside this one and ends with it. What it prints is in a file. */
public final class OwnProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final Path log;

    private OwnProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param log what it prints is added to it
     * @param variables no secret: they are in the process' environment
     * @param arguments of java; no secret, either
     */
    public static OwnProcess java(Path log, Map<String, String> variables, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(variables);
        return new OwnProcess(builder.start(), log);
    }

    /** @throws IOException if it has ended, with the end of what it printed */
    public void requireAlive() throws IOException {
        if (!process.isAlive()) {
            List<String> lines = Files.readAllLines(log);
            throw new IOException("It ended with " + process.exitValue() + "; " + log + " ends with:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
        }
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9}: it can save nothing. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it, by force where it takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
