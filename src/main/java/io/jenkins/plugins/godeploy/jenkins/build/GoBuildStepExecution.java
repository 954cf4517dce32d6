package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * {@code goBuild} in a Pipeline. After a restart of the controller it builds again: equal sources give an equal release,
 * and nothing but the compiler's cache is left of the first time.
 */
final class GoBuildStepExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;

    private final GoBuildStep step;

    GoBuildStepExecution(StepContext context, GoBuildStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        run(this::build);
        return false;
    }

    @Override
    public void onResume() {
        run(this::build);
    }

    private void build() throws IOException, InterruptedException {
        StepContext context = getContext();
        GoBuildTask task = new GoBuildTask(
                context.get(Run.class),
                context.get(FilePath.class),
                context.get(EnvVars.class),
                context.get(Launcher.class),
                context.get(TaskListener.class));
        context.onSuccess(task.build(step));
    }

    @Override
    public boolean blocksRestart() {
        return false;
    }
}
