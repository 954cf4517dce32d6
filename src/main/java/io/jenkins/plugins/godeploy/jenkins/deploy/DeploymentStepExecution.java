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
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * A deployment in a Pipeline. After a restart of the controller, and when an agent that was lost is back, the same
 * deployment is asked for again: the engine asks the hosts what is done and finishes the rest. When it is stopped, it
 * ends as soon as the hosts are in a known state; when it is stopped again, at once.
 */
final class DeploymentStepExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;

    private final DeploymentStep step;
    private final String id = UUID.randomUUID().toString();

    private RunsAs runsAs;
    /** What to record should nobody ever learn how it ended; null before it begins. */
    private UnknownEnd unknown;

    private transient Thread worker;
    private transient Throwable stopCause;
    private transient volatile Turn turn;

    DeploymentStepExecution(StepContext context, DeploymentStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        runsAs = RunsAs.current();
        run(this::deploy);
        return false;
    }

    @Override
    public void onResume() {
        run(this::deploy);
    }

    private void deploy() throws IOException, InterruptedException {
        StepContext context = getContext();
        Run<?, ?> run = context.get(Run.class);
        AgentWait agent = new AgentWait(context, context.get(TaskListener.class));
        Object result = null;
        Throwable failure = null;
        begin();
        try (Turn own = DeploymentTurns.of(id)) {
            turn = own;
            result = deploy(own, run, agent);
        } catch (Throwable e) {
            failure = e;
        }
        if (failure != null && agent.isOver()) {
            return;
        }
        if (failure instanceof AgentLostException lost) {
            UnknownEnd.record(unknown, run, lost);
            failure = new AbortException(lost.getMessage());
        } else if (failure instanceof InterruptedException interrupted) {
            UnknownEnd.record(unknown, run, interrupted);
        }
        Throwable stopped = end();
        if (stopped != null) {
            context.onFailure(stopped);
        } else if (failure != null) {
            context.onFailure(failure);
        } else {
            context.onSuccess(result);
        }
    }

    private Object deploy(Turn own, Run<?, ?> run, AgentWait agent) throws IOException, InterruptedException {
        TaskListener log = getContext().get(TaskListener.class);
        while (true) {
            FilePath workspace = agent.workspace();
            try {
                return step.carryOut(new DeploymentTask(own, run, workspace, log, runsAs, this::begun));
            } catch (IOException e) {
                if (!AgentWait.isLost(workspace) || agent.isOver()) {
                    throw e;
                }
                log.getLogger().println("The connection to the agent was lost.");
            }
        }
    }

    private void begun(UnknownEnd end) {
        unknown = end;
        getContext().saveState();
    }

    private synchronized void begin() {
        worker = Thread.currentThread();
    }

    /** Why it was stopped; null if it was not. */
    private synchronized Throwable end() {
        worker = null;
        return stopCause;
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        if (!interrupt(cause)) {
            super.stop(cause);
        }
    }

    private synchronized boolean interrupt(Throwable cause) {
        if (worker == null || stopCause != null) {
            return false;
        }
        stopCause = cause;
        worker.interrupt();
        return true;
    }

    @Override
    public String getStatus() {
        String waits = turn == null ? null : turn.waits();
        return "deployment " + id + (stopCause != null ? " is stopping" : waits != null ? ": " + waits : " is running");
    }

    /** It goes on by itself after a restart. */
    @Override
    public boolean blocksRestart() {
        return false;
    }
}
