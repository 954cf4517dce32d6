package io.jenkins.plugins.godeploy.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A Jenkins of our own, with one agent. Everything is in one temporary folder, and goes at the end. */
public final class Installation implements AutoCloseable {
    private final Path folder;
    private final LocalJenkins jenkins;
    private InboundAgent agent;

    private Installation(Path folder, LocalJenkins jenkins) {
        this.folder = folder;
        this.jenkins = jenkins;
    }

    /**
     * Lays out its home and starts nothing yet.
     *
     * @param war a jenkins.war or the folder of an unpacked one
     * @param plugins a folder of .jpi or .hpi files
     * @param plugin this plugin
     * @param port of 127.0.0.1; 0 for any that is free
     */
    public static Installation create(Path war, Path plugins, Path plugin, int port) throws IOException {
        Path folder = Folders.temporary("go-deploy-jenkins");
        try {
            return new Installation(folder, LocalJenkins.create(folder.resolve("home"), war, plugins, plugin, port));
        } catch (IOException | RuntimeException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    /**
     * Starts Jenkins, and an agent beside it.
     *
     * @param variables that builds have in their environment
     */
    public void start(String agentName, Map<String, String> variables) throws IOException, InterruptedException {
        jenkins.start();
        agent = new InboundAgent(controller(), jenkins.address(), agentName, folder.resolve("agent"), variables);
        agent.start();
    }

    public LocalJenkins jenkins() {
        return jenkins;
    }

    public InboundAgent agent() {
        return agent;
    }

    /** With a session of its own, since one from before a restart is of no use. */
    public Controller controller() {
        return new Controller(new Session(jenkins.address(), jenkins.administrator()));
    }

    /** For what has to go with it. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (agent != null) {
            agent.close();
        }
        jenkins.close();
        Folders.delete(folder);
    }
}
