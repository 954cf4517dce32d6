package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks all hosts of an environment at the same time. */
final class AllHosts {
    private static final int AT_ONCE = 30;

    private AllHosts() {}

    /** What is asked of one host; it tells what went wrong there as an answer. */
    interface Question<T> {
        T ask(Host host) throws InterruptedException;
    }

    /** One answer a host, in the environment's order. */
    static <T> List<T> ask(Environment environment, Question<T> question) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, environment.hosts().size()));
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            environment.hosts().forEach(host -> tasks.add(() -> question.ask(host)));
            List<T> answers = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(tasks)) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a host's answer ended in an error of ours", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
