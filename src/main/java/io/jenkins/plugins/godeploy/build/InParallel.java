package io.jenkins.plugins.godeploy.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does several jobs at once and gives up all of them when one fails. */
final class InParallel {
    private InParallel() {}

    /**
     * Returns the results in the order of the jobs. When it returns or throws, none of the jobs runs any more.
     *
     * @param threads how many jobs run at once
     * @throws IOException or a RuntimeException that one of the jobs threw; the others have been interrupted
     */
    static <T> List<T> run(int threads, List<Callable<T>> jobs) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<T> completion = new ExecutorCompletionService<>(pool);
            List<Future<T>> futures = jobs.stream().map(completion::submit).toList();
            for (int i = 0; i < jobs.size(); i++) {
                result(completion.take());
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** Waits even when interrupted: jobs end soon, since they have been interrupted too. */
    private static void awaitEnd(ExecutorService pool) {
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
