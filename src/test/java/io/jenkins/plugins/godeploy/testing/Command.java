package io.jenkins.plugins.godeploy.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end, for what tests arrange. */
public final class Command {
    private static final long MINUTES = 10; // an installation may be among them

    private Command() {}

    /** Standard output of a command that must succeed. */
    public static String run(String... command) {
        return run(new ProcessBuilder(command));
    }

    public static String run(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close(); // a pipe, or a null stream where input comes from a file
            CompletableFuture<String> out = read(process.getInputStream());
            CompletableFuture<String> err = read(process.getErrorStream());
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(name(builder.command()) + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        name(builder.command()) + " ended with " + process.exitValue() + ":\n" + err.join());
            }
            return out.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(name(builder.command()) + " was interrupted", e);
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String name(List<String> command) {
        return String.join(" ", command);
    }
}
