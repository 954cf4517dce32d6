package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.HostSession.Event;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes a fleet through the phases: all hosts are looked at and have the bytes before the first one is switched; then a
 * batch after the other is switched and proved; only when no more can fail are all of them settled together. Until then
 * each switched host's watcher is armed, so that a deployment that dies leaves every host on the release before.
 */
final class Rollout {
    private final DeployRequest request;
    private final Fleet fleet;
    private final Progress progress;
    private final Hooks hooks;
    private final Halt halt;
    private Wanted wanted;
    private Result result;
    private String message;

    Rollout(DeployRequest request, Fleet fleet, Progress progress, Hooks hooks, Halt halt) {
        this.request = request;
        this.fleet = fleet;
        this.progress = progress;
        this.hooks = hooks;
        this.halt = halt;
    }

    Wanted wanted() {
        return wanted;
    }

    Result result() {
        return result;
    }

    String message() {
        return message;
    }

    /** Looks at all hosts and finds out what is to serve; changes nothing but, if asked to, the locks. */
    void look(boolean lock) throws InterruptedException {
        wanted = request.release() == null ? null : Wanted.of(request.release());
        String id = wanted == null ? null : wanted.id();
        fleet.each(fleet.runs(), run -> run.look(id, lock));
        if (refusal()) {
            return;
        }
        try {
            if (wanted == null) {
                wanted = RollbackTarget.find(fleet.runs(), request.to());
            } else {
                fleet.runs().forEach(this::requireArtifact);
            }
        } catch (BadInputException e) {
            end(Result.REFUSED, e.getMessage());
        }
        if (!refusal() && lock) {
            hooks.looked(fleet.runs());
            fleet.each(fleet.runs(), run -> run.looked(wanted));
            refusal();
        }
    }

    private void requireArtifact(HostRun run) {
        try {
            wanted.artifact(run.facts());
        } catch (BadInputException e) {
            run.refuse(run.host() + ": " + e.getMessage());
        }
    }

    private boolean refusal() {
        List<HostRun> refused = fleet.runs().stream().filter(HostRun::refused).toList();
        if (!refused.isEmpty()) {
            end(
                    Result.REFUSED,
                    refused.stream().map(HostRun::message).distinct().collect(Collectors.joining(" ")));
        }
        return result != null;
    }

    void run() throws InterruptedException {
        look(true);
        if (result == null && !halt.getAsBoolean()) {
            send();
        }
        if (result == null && !halt.getAsBoolean()) {
            serve();
        }
        if (result == null && halt.getAsBoolean()) {
            end(Result.STOPPED, capital(halt.why()) + " before anything was switched.");
        }
        fleet.each(fleet.runs(), HostRun::leave);
    }

    private void send() throws InterruptedException {
        List<HostRun> missing =
                fleet.runs().stream().filter(run -> !run.present()).toList();
        if (wanted.release() == null || missing.isEmpty()) {
            return;
        }
        try (Payloads payloads = new Payloads(wanted.release(), request.dist())) {
            fleet.each(missing, run -> run.send(wanted, payloads));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("a temporary file could not be removed", e);
        }
        refusal();
    }

    private void serve() throws InterruptedException {
        Strategy strategy = request.strategy();
        List<List<HostRun>> batches = Batches.of(fleet.runs(), strategy);
        for (int i = 0; i < batches.size(); i++) {
            if (i > 0) {
                Pause.of(Batches.pause(strategy).toMillis(), halt);
            }
            if (halt.getAsBoolean()) {
                takeBack(halt.why());
                return;
            }
            if (batches.size() > 1) {
                progress.all("batch " + (i + 1) + " of " + batches.size() + ": "
                        + batches.get(i).stream().map(run -> run.host().name()).collect(Collectors.joining(", ")));
            }
            fleet.each(batches.get(i), run -> run.serving().serve(wanted, halt));
            if (i > 0 && i == batches.size() - 1) {
                // The first ones were proved a while ago
                fleet.each(fleet.runs(), run -> run.serving().stay(wanted, halt));
            }
            if (overBudget(Batches.maxFailures(strategy, i))) {
                return;
            }
            if (i == 0 && strategy instanceof Strategy.Canary canary) {
                new Bake(fleet, progress, canary, halt).of(batches.get(0), wanted);
                if (overBudget(0)) {
                    return;
                }
            }
        }
        fleet.each(fleet.runs().stream().filter(run -> !run.ended()).toList(), run -> run.serving()
                .beforeSettle(wanted, halt));
        if (!overBudget(Batches.maxFailures(strategy, batches.size() - 1))) {
            settle();
        }
    }

    /** Whether no further host is to be switched; by then all are back. */
    private boolean overBudget(int budget) throws InterruptedException {
        if (halt.getAsBoolean()) {
            takeBack(halt.why());
            return true;
        }
        List<HostRun> failed = fleet.runs().stream().filter(HostRun::ended).toList();
        if (failed.size() > budget) {
            takeBack(failed.stream().map(run -> run.host().name()).collect(Collectors.joining(", "))
                    + (failed.size() == 1 ? " failed" : " have failed"));
            return true;
        }
        return false;
    }

    private void settle() throws InterruptedException {
        List<HostRun> serving =
                fleet.runs().stream().filter(run -> !run.ended()).toList();
        fleet.each(serving, run -> run.serving().settle(wanted));
        List<HostRun> failed =
                fleet.runs().stream().filter(run -> !run.succeeded()).toList();
        if (failed.isEmpty()) {
            String told = messages(serving);
            end(Result.SUCCEEDED, told.isEmpty() ? null : told);
        } else {
            end(serving.stream().allMatch(HostRun::succeeded) ? Result.PARTIAL : Result.FAILED, messages(failed));
        }
    }

    /** The failure budget is spent, or the deployment was stopped: no host keeps the release. */
    private void takeBack(String why) throws InterruptedException {
        List<HostRun> failed = fleet.runs().stream()
                .filter(run -> run.ended() && run.result().result() != Result.STOPPED)
                .toList();
        boolean touched = fleet.runs().stream().anyMatch(HostRun::holdsRelease)
                || failed.stream().anyMatch(run -> !run.refused());
        boolean releaseFailed =
                fleet.runs().stream().anyMatch(run -> run.serving().blamesRelease());
        new TakeBack(fleet, progress, request.strategy())
                .all(wanted, why, releaseFailed ? Event.RETURNED : Event.WITHDRAWN);
        if (fleet.runs().stream().anyMatch(run -> run.result().result() == Result.FAILED)) {
            String causes = messages(failed.stream()
                    .filter(run -> run.result().result() != Result.FAILED)
                    .toList());
            end(Result.FAILED, (causes + " " + Standing.of(fleet.runs())).strip());
        } else if (!touched) {
            end(failed.isEmpty() ? Result.STOPPED : Result.REFUSED, failed.isEmpty() ? capital(why) : messages(failed));
        } else if (halt.getAsBoolean()) {
            String failures = messages(failed);
            end(
                    halt.late() ? Result.RETURNED : Result.STOPPED,
                    capital(why) + "; every host is back on the release before."
                            + (failures.isEmpty() ? "" : " " + failures));
        } else {
            end(Result.RETURNED, messages(failed));
        }
    }

    private static String messages(List<HostRun> some) {
        return some.stream()
                .map(HostRun::message)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void end(Result how, String why) {
        result = how;
        message = why;
    }
}
