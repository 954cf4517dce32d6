package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Hook.When;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.HealthWait;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.HostSession.Event;
import io.jenkins.plugins.godeploy.host.HostSession.SwitchException;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What happens on one host from the switch on: a release serves and is proved, or goes back. */
final class Serving {
    private final HostRun run;
    private final Host host;
    private final Environment environment;
    private final Line line;
    private final Progress progress;
    private final Outcome outcome;
    private final Hooks hooks;
    private boolean switched;
    private boolean healthy;
    private boolean blamesRelease;
    private Running running;
    private long switchedAt;

    Serving(HostRun run, Environment environment, Line line, Progress progress, Outcome outcome, Hooks hooks) {
        this.run = run;
        this.host = run.host();
        this.environment = environment;
        this.line = line;
        this.progress = progress;
        this.outcome = outcome;
        this.hooks = hooks;
    }

    /** Whether this deployment has switched the host. */
    boolean switched() {
        return switched;
    }

    /**
     * Switches to the release and proves it; a release that fails is taken back at once.
     *
     * @param stopped whether the deployment was asked to end
     */
    void serve(Wanted wanted, BooleanSupplier stopped) throws InterruptedException {
        HostFacts facts = run.facts();
        if (facts.proved() && facts.running() && wanted.id().equals(facts.current()) && !facts.unsettled()) {
            String failure = prove(wanted, stopped);
            if (failure == null) {
                progress.host(host, Phase.PROVE, "serves " + wanted.id() + " already");
                return;
            }
            if (stopped.getAsBoolean()) {
                run.leave(); // it serves what it served, and is not restarted any more
                return;
            }
        }
        String failure = hooks.run(When.BEFORE, Phase.SWITCH, run, wanted);
        if (failure == null) {
            failure = switchTo(wanted);
        }
        for (Step step : List.<Step>of(
                () -> hooks.run(When.AFTER, Phase.SWITCH, run, wanted),
                () -> hooks.run(When.BEFORE, Phase.PROVE, run, wanted),
                () -> prove(wanted, stopped),
                () -> hooks.run(When.AFTER, Phase.PROVE, run, wanted))) {
            if (failure == null) {
                failure = step.failure();
            }
        }
        if (failure != null) {
            fail(wanted, failure, event(stopped));
        }
    }

    /** @return null if it passes; else one sentence */
    private interface Step {
        String failure() throws InterruptedException;
    }

    private String switchTo(Wanted wanted) throws InterruptedException {
        switchedAt = System.nanoTime();
        outcome.enter(Phase.SWITCH);
        try {
            progress.host(host, Phase.SWITCH, "to " + wanted.id());
            running = line.session().switchTo(wanted.id(), wanted.sums(run.facts()));
            switched = true;
            outcome.gap(running.gapMillis());
            return null;
        } catch (SwitchException e) {
            switched = e.moved();
            return e.getMessage();
        } catch (IOException e) {
            switched = true; // it may have been; putting back is harmless if it was not
            return e.getMessage();
        } finally {
            outcome.leave();
        }
    }

    /** Proves once more what was proved, without telling of each probe; puts the host back if it fails. */
    void watch(Wanted wanted, BooleanSupplier stopped) throws InterruptedException {
        String failure;
        try {
            line.again(HostSession::status); // connects again where the connection was lost since
            failure = new Proving(host, environment, new Progress(event -> {}), outcome)
                    .of(line.session(), run.facts(), wanted, running, stopped);
        } catch (IOException e) {
            failure = e.getMessage();
        }
        if (failure != null) {
            fail(wanted, failure, event(stopped));
        }
    }

    /** @return null if the check passes; else why not, without a full stop */
    String ask(HealthCheck check, BooleanSupplier stopped) throws InterruptedException {
        try {
            return HealthWait.await(
                    line.session(), check, running, stopped, text -> progress.host(host, Phase.PROVE, text));
        } catch (IOException e) {
            return e.getMessage().replaceAll("\\.$", "");
        }
    }

    /** Puts a host back whose process is not the one any more that was proved, a while ago. */
    void stay(Wanted wanted, BooleanSupplier stopped) throws InterruptedException {
        if (!run.holdsRelease()) {
            return;
        }
        String failure = null;
        try {
            Running now = line.again(HostSession::status);
            if (!now.active() || !now.sameAs(running)) {
                failure = host + ": " + wanted.version() + " did not stay up: its service was restarted since it was"
                        + " proved.";
            }
        } catch (IOException e) {
            failure = e.getMessage();
        }
        if (failure != null) {
            fail(wanted, failure, event(stopped));
        }
    }

    private static Event event(BooleanSupplier stopped) {
        return stopped.getAsBoolean() ? Event.WITHDRAWN : Event.RETURNED;
    }

    /** Whether the release itself failed here. */
    boolean blamesRelease() {
        return blamesRelease;
    }

    /**
     * Ends the host's part, and puts back what was switched.
     *
     * @param event whether the failure says something of the release
     */
    void fail(Wanted wanted, String failure, Event event) throws InterruptedException {
        progress.host(host, Phase.PROVE, failure);
        if (switched) {
            blamesRelease = event == Event.RETURNED;
            collectLog();
            giveBack(wanted, failure, event);
        } else {
            outcome.end(Result.REFUSED, failure);
            run.leave();
        }
    }

    /** @return null if the release is healthy and runs; else one sentence */
    private String prove(Wanted wanted, BooleanSupplier stopped) throws InterruptedException {
        return new Proving(host, environment, progress, outcome)
                .of(line.session(), run.facts(), wanted, running, stopped);
    }

    /** What the service wrote since the switch, for the record of a failure. */
    private void collectLog() throws InterruptedException {
        try {
            Duration since = Duration.ofNanos(System.nanoTime() - switchedAt);
            outcome.log(line.again(session -> session.log(since)));
        } catch (IOException e) {
            outcome.log(List.of("The service's log could not be read: " + e.getMessage()));
        }
    }

    /** Asks a host that holds the release once for its health, for {@link #healthy}. */
    void askHealth() throws InterruptedException {
        try {
            healthy = HealthWait.once(line.session(), environment.health(), running) == null;
        } catch (IOException e) {
            healthy = false;
        }
    }

    boolean healthy() {
        return healthy;
    }

    /**
     * Puts back what served before, and proves it. Ends this host's part.
     *
     * @param event whether that says something of the release
     */
    void giveBack(Wanted wanted, String why, Event event) throws InterruptedException {
        hooksOfReturn(When.BEFORE, wanted);
        new Return(host, environment, line, progress, outcome)
                .to(run.facts().returnTo(wanted.id()), wanted, why, event);
        hooksOfReturn(When.AFTER, wanted);
    }

    /** The way back goes on whatever they do. */
    private void hooksOfReturn(When when, Wanted wanted) throws InterruptedException {
        String failure = hooks.run(when, Phase.RETURN, run, wanted);
        if (failure != null) {
            progress.host(host, Phase.RETURN, failure);
        }
    }

    /** The last moment at which the host can still go back. */
    void beforeSettle(Wanted wanted, BooleanSupplier stopped) throws InterruptedException {
        String failure = hooks.run(When.BEFORE, Phase.SETTLE, run, wanted);
        if (failure != null) {
            fail(wanted, failure, event(stopped));
        }
    }

    /** Makes the release the host's good one: disarms the watcher, prunes, gives the lock back. */
    void settle(Wanted wanted) throws InterruptedException {
        new Settle(host, line, progress, outcome).of(run.facts(), wanted, switched, environment.keep());
        String failure = run.succeeded() ? hooks.run(When.AFTER, Phase.SETTLE, run, wanted) : null;
        if (failure != null) {
            progress.host(host, Phase.SETTLE, failure);
            outcome.end(Result.SUCCEEDED, failure); // the release serves, whatever comes after it
        }
    }
}
