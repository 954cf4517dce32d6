package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.jenkins.permission.RunsAs;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** {@code goVerify} in a Pipeline. After a restart of the controller it looks again. */
final class GoVerifyStepExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;

    private final GoVerifyStep step;
    private RunsAs runsAs;

    GoVerifyStepExecution(StepContext context, GoVerifyStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        runsAs = RunsAs.current();
        run(this::verify);
        return false;
    }

    @Override
    public void onResume() {
        run(this::verify);
    }

    private void verify() throws IOException, InterruptedException {
        StepContext context = getContext();
        TaskListener log = context.get(TaskListener.class);
        AgentWait agent = new AgentWait(context, log);
        FilePath workspace = null;
        Object result;
        try {
            workspace = agent.workspace();
            result = new VerifyTask(context.get(Run.class), workspace, log, runsAs).verify(step);
        } catch (IOException | InterruptedException e) {
            if (agent.isOver()) {
                return;
            }
            if (workspace == null ? e instanceof AgentLostException : AgentWait.isLost(workspace)) {
                throw new AbortException("The connection to the agent was lost before all hosts were looked at, and"
                        + " nothing was changed there; run it again.");
            }
            throw e;
        }
        context.onSuccess(result);
    }

    @Override
    public boolean blocksRestart() {
        return false;
    }
}
