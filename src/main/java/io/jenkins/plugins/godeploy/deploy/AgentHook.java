package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.HookEnd;
import io.jenkins.plugins.godeploy.process.ProcessRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a user's command beside the deployment, in the workspace. */
final class AgentHook {
    private final ProcessRunner processes;

    AgentHook(ProcessRunner processes) {
        this.processes = processes;
    }

    /** @param variables set on top of the environment there */
    HookEnd run(String command, Duration timeout, Map<String, String> variables)
            throws IOException, InterruptedException {
        LastLines said = new LastLines(HookEnd.LINES, HookEnd.WIDTH);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Integer> status =
                thread.submit(() -> processes.run(List.of("sh", "-c", command), variables, ".", said, said));
        try {
            return new HookEnd(status.get(timeout.toMillis(), TimeUnit.MILLISECONDS), false, said.lines());
        } catch (TimeoutException e) {
            return new HookEnd(-1, true, said.lines());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("a hook ended in an error of ours", e.getCause());
        } finally {
            status.cancel(true); // ends the process and its children where it still runs
            thread.shutdown();
        }
    }
}
