package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.HostHook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * Hooks that run for one host alone: the first that comes runs it, the others wait for it. What has passed is noted on
 * every host, so that whoever deploys the release again, from wherever, knows it.
 */
final class OnceHooks {
    private final Map<String, FutureTask<String>> running = new ConcurrentHashMap<>();
    private volatile List<HostRun> runs = List.of();
    private volatile Set<String> remembered = Set.of();

    void looked(List<HostRun> hosts) {
        runs = hosts;
        remembered = hosts.stream().flatMap(run -> run.facts().once().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it passed in an earlier deployment. */
    boolean known(String memory) {
        return remembered.contains(memory);
    }

    /**
     * @param hook returns null if it passes; else one sentence
     * @return what it returned, to all who come
     */
    String run(String memory, HostRun here, Callable<String> hook) throws InterruptedException {
        FutureTask<String> task = new FutureTask<>(() -> {
            String failure = hook.call();
            if (failure == null) {
                noteOn(memory);
            }
            return failure;
        });
        FutureTask<String> first = running.putIfAbsent(memory, task);
        if (first == null) {
            task.run();
        }
        try {
            return (first == null ? task : first).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("interrupted while a hook ran");
            }
            throw new IllegalStateException("a hook ended in an error of ours", e.getCause());
        }
    }

    /** A host that cannot note it makes no failure of what has passed: one that can is enough. */
    private void noteOn(String memory) throws InterruptedException {
        for (HostRun run : runs) {
            try {
                HostHook.remember(run.session(), memory);
            } catch (IOException e) {
                run.tell("cannot note that a hook has passed: " + e.getMessage());
            }
        }
    }
}
