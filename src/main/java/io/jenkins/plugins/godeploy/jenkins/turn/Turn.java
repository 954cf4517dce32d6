package io.jenkins.plugins.godeploy.jenkins.turn;

import hudson.model.Run;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployAuthority;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** The turn of one deployment, from when it asks for it until it is closed. */
public final class Turn implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Turn.class.getName());

    private final DeploymentTurns turns;
    private final String id;
    private volatile String waits;

    Turn(DeploymentTurns turns, String id) {
        this.turns = turns;
        this.id = id;
    }

    /** ID of the deployment. */
    public String id() {
        return id;
    }

    /**
     * Returns when no other deployment is in the way, and says in the log for whom it waits.
     *
     * @param inline whether the step itself gives the hosts, so that the environment's name says nothing
     * @throws InterruptedException if it was stopped while it waited; nothing was touched
     */
    public void take(
            Run<?, ?> run,
            boolean rollback,
            String service,
            Environment environment,
            boolean inline,
            DeployAuthority authority,
            PrintStream log)
            throws IOException, InterruptedException {
        Claim claim = new Claim(
                id,
                run.getParent().getFullName(),
                run.getNumber(),
                rollback,
                service,
                inline ? null : environment.name(),
                Claim.hosts(environment),
                environment.path());
        try {
            turns.queue().take(claim, ahead -> {
                waits = WaitLine.of(claim, ahead, turns.mayName(ahead.claim(), authority), Instant.now());
                log.println(waits);
            });
        } finally {
            waits = null;
        }
    }

    /** For whom it waits, as a sentence; null if it does not wait. */
    public String waits() {
        return waits;
    }

    @Override
    public void close() {
        if (Jenkins.get().isTerminating()) {
            return; // it has its turn again after the restart
        }
        try {
            turns.queue().leave(id);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "That deployment " + id + " has ended could not be written down", e);
        }
    }
}
