package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import java.io.IOException;
import java.time.Duration;
import jenkins.model.Jenkins;
import jenkins.util.SystemProperties;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Waits for the agent of a step that has lost it, or whose controller has just started again, as {@code sh} waits for
 * its own.
 */
final class AgentWait {
    private static final String PROPERTY = "io.jenkins.plugins.godeploy.agentTimeout";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 1000;

    private final StepContext context;
    private final TaskListener log;
    /** The one that this step was started or resumed in; in tests another one may follow in the same process. */
    private final Jenkins jenkins = Jenkins.get();

    AgentWait(StepContext context, TaskListener log) {
        this.context = context;
        this.log = log;
    }

    /** Whether this Jenkins goes down; the step then goes on in the next one. */
    boolean isOver() {
        return jenkins.isTerminating();
    }

    /** Whether the connection to the agent of this workspace has ended. */
    static boolean isLost(FilePath workspace) {
        return workspace.getChannel() instanceof Channel channel && channel.isClosingOrClosed();
    }

    /**
     * The workspace, as soon as its agent is connected.
     *
     * @throws AgentLostException if that takes too long
     */
    FilePath workspace() throws IOException, InterruptedException {
        Duration limit = SystemProperties.getDuration(PROPERTY, LIMIT);
        long until = System.nanoTime() + limit.toNanos();
        FilePath workspace = connected();
        if (workspace == null) {
            log.getLogger().println("Waiting for the agent to come back, for at most " + text(limit) + ".");
        }
        while (workspace == null) {
            if (System.nanoTime() > until || isOver()) {
                throw AgentLostException.forGood(text(limit));
            }
            pause();
            workspace = connected();
        }
        return workspace;
    }

    private static void pause() throws InterruptedException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            InterruptedException stopped =
                    new InterruptedException("It was stopped while its agent was away; hosts whose"
                            + " switch is not confirmed return by themselves.");
            stopped.initCause(e);
            throw stopped;
        }
    }

    private FilePath connected() throws InterruptedException {
        try {
            FilePath workspace = context.get(FilePath.class);
            return workspace == null || isLost(workspace) ? null : workspace;
        } catch (IOException e) {
            return null; // that is how the context says that the agent is offline
        }
    }

    private static String text(Duration limit) {
        return limit.toSeconds() % 60 == 0 ? limit.toMinutes() + " minutes" : limit.toSeconds() + " seconds";
    }
}
