package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.GoDuration;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.HostSession.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The time between a canary's first hosts and the others. The first ones are proved again and again; at the end they are
 * asked what the strategy asks, and so are the others, on the release before, to know whose fault a failure is.
 */
final class Bake {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Fleet fleet;
    private final Progress progress;
    private final Strategy.Canary canary;
    private final BooleanSupplier stopped;

    Bake(Fleet fleet, Progress progress, Strategy.Canary canary, BooleanSupplier stopped) {
        this.fleet = fleet;
        this.progress = progress;
        this.canary = canary;
        this.stopped = stopped;
    }

    /** Ends early when a canary has failed, which is put back by then, or the deployment is stopped. */
    void of(List<HostRun> canaries, Wanted wanted) throws InterruptedException {
        progress.all("watching " + names(canaries) + " for " + GoDuration.format(canary.bake()));
        long until = System.nanoTime() + canary.bake().toNanos();
        long between =
                Math.min(BETWEEN_LOOKS.toMillis(), Math.max(1000, canary.bake().toMillis() / 5));
        while (System.nanoTime() < until) {
            Pause.of(Math.min(between, (until - System.nanoTime()) / 1_000_000 + 1), stopped);
            fleet.each(canaries, run -> run.serving().watch(wanted, stopped));
            if (stopped.getAsBoolean() || canaries.stream().anyMatch(HostRun::ended)) {
                return;
            }
        }
        if (canary.check() != null) {
            compare(canaries, wanted);
        }
    }

    private void compare(List<HostRun> canaries, Wanted wanted) throws InterruptedException {
        progress.all("asking " + names(canaries) + ", and the others for comparison");
        List<HostRun> asked = new ArrayList<>(fleet.runs());
        asked.removeIf(run -> !canaries.contains(run) && run.facts().current() == null);
        Map<HostRun, String> answers = new ConcurrentHashMap<>();
        fleet.each(asked, run -> {
            String failure = run.serving().ask(canary.check(), stopped);
            if (failure != null) {
                answers.put(run, failure);
            }
        });
        List<HostRun> failed = canaries.stream().filter(answers::containsKey).toList();
        if (failed.isEmpty()) {
            return;
        }
        asked.removeAll(canaries);
        List<HostRun> others = asked.stream().filter(answers::containsKey).toList();
        // Where the release before does no better, nobody knows that it is the release
        boolean same = !others.isEmpty() && others.size() == asked.size();
        fleet.each(failed, run -> run.serving()
                .fail(
                        wanted,
                        run.host() + ": " + wanted.version() + " does not pass the canary's check: " + answers.get(run)
                                + compared(others, asked.size(), answers) + ".",
                        same || stopped.getAsBoolean() ? Event.WITHDRAWN : Event.RETURNED));
    }

    private static String compared(List<HostRun> others, int asked, Map<HostRun, String> answers) {
        if (asked == 0) {
            return "";
        }
        if (others.isEmpty()) {
            return "; the hosts with the release before pass it";
        }
        return "; with the release before " + (others.size() == asked ? "no host passes" : names(others) + " fail")
                + " either: " + answers.get(others.get(0));
    }

    private static String names(List<HostRun> runs) {
        return runs.stream().map(run -> run.host().name()).collect(Collectors.joining(", "));
    }
}
