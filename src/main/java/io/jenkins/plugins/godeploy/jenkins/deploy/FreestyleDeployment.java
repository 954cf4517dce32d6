package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.jenkins.permission.RunsAs;
import io.jenkins.plugins.godeploy.jenkins.turn.DeploymentTurns;
import io.jenkins.plugins.godeploy.jenkins.turn.Turn;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A deployment in a freestyle build, which ends with its agent and with its controller. */
final class FreestyleDeployment {
    private FreestyleDeployment() {}

    static void carryOut(DeploymentStep step, Run<?, ?> run, FilePath workspace, TaskListener log)
            throws IOException, InterruptedException {
        AtomicReference<UnknownEnd> begun = new AtomicReference<>();
        try (Turn turn = DeploymentTurns.of(UUID.randomUUID().toString())) {
            step.carryOut(new DeploymentTask(turn, run, workspace, log, RunsAs.current(), begun::set));
        } catch (AgentLostException e) {
            UnknownEnd.record(begun.get(), run, e);
            throw new AbortException(e.getMessage());
        } catch (InterruptedException e) {
            UnknownEnd.record(begun.get(), run, e);
            throw e;
        }
    }
}
