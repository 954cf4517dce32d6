package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.HostSession.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way back of a fleet: hosts that serve the release already go back too, each to what it served before. Those that
 * are not healthy go first, since no capacity is lost with them; the others in the strategy's batches.
 */
final class TakeBack {
    private final Fleet fleet;
    private final Progress progress;
    private final Strategy strategy;

    TakeBack(Fleet fleet, Progress progress, Strategy strategy) {
        this.fleet = fleet;
        this.progress = progress;
        this.strategy = strategy;
    }

    /**
     * A host whose way back fails does not stop that of the others: what it serves is told in its own result.
     *
     * @param why such as {@code h4 failed}
     * @param event whether that says something of the release
     */
    void all(Wanted wanted, String why, Event event) throws InterruptedException {
        List<HostRun> switched =
                fleet.runs().stream().filter(HostRun::holdsRelease).toList();
        if (switched.isEmpty()) {
            return;
        }
        fleet.each(switched, run -> run.serving().askHealth());
        List<HostRun> unhealthy =
                switched.stream().filter(run -> !run.serving().healthy()).toList();
        List<HostRun> healthy =
                switched.stream().filter(run -> run.serving().healthy()).toList();
        progress.all("returning " + switched.size() + (switched.size() == 1 ? " host" : " hosts") + ", because " + why
                + (unhealthy.isEmpty() || healthy.isEmpty()
                        ? ""
                        : "; first " + names(unhealthy) + ", not healthy any more"));
        List<List<HostRun>> batches = new ArrayList<>();
        batches.add(unhealthy);
        batches.addAll(Batches.back(healthy, strategy, fleet.runs().size()));
        for (List<HostRun> batch : batches) {
            fleet.each(batch, run -> run.serving()
                    .giveBack(wanted, run.host() + ": returned with the others, because " + why + ".", event));
        }
    }

    private static String names(List<HostRun> runs) {
        return runs.stream().map(run -> run.host().name()).collect(Collectors.joining(", "));
    }
}
