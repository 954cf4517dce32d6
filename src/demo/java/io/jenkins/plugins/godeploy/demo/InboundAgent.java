package io.jenkins.plugins.godeploy.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An agent of its own process and folder, which connects to Jenkins over a WebSocket. */
public final class InboundAgent implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Controller controller;
    private final URI address;
    private final String name;
    private final Path folder;
    private final Map<String, String> variables;
    private OwnProcess process;

    /**
     * @param folder an empty folder or none
     * @param variables that builds have in their environment
     */
    public InboundAgent(Controller controller, URI address, String name, Path folder, Map<String, String> variables) {
        this.controller = controller;
        this.address = address;
        this.name = name;
        this.folder = folder;
        this.variables = variables;
    }

    /** Its name and its only label. */
    public String name() {
        return name;
    }

    public Path folder() {
        return folder;
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until it takes builds. */
    public void start() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("tmp"));
        Path secret = folder.resolve("secret");
        if (Files.notExists(secret)) {
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, controller.addAgent(name, folder.toString()));
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve("jnlpJars/agent.jar"))
                                    .build(),
                            BodyHandlers.ofFile(folder.resolve("agent.jar")));
        }
        process = OwnProcess.java(
                folder.resolve("agent.log"),
                variables,
                List.of(
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                        "-jar",
                        folder.resolve("agent.jar").toString(),
                        "-url",
                        address.toString(),
                        "-secret",
                        "@" + secret,
                        "-name",
                        name,
                        "-webSocket",
                        "-workDir",
                        folder.toString()));
        awaitOnline();
    }

    /** Waits until Jenkins has it, after a restart of Jenkins as well: it connects again by itself. */
    public void awaitOnline() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!controller.isOnline(name)) {
            process.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new IOException("The agent " + name + " is not online; see " + folder.resolve("agent.log"));
            }
            Thread.sleep(200);
        }
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
