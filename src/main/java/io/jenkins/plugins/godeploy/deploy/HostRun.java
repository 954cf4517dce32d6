package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.HealthWait;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostException;
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

/** One deployment on one host, phase by phase. Used by one thread at a time, but for {@link #renew}. */
final class HostRun {
    private final Host host;
    private final Environment environment;
    private final Line line;
    private final Progress progress;
    private final Outcome outcome;
    private HostFacts facts;
    private boolean switched;
    private boolean healthy;
    private boolean blamesRelease;
    private Running running;
    private long switchedAt;

    HostRun(Host host, Environment environment, Line line, Progress progress) {
        this.host = host;
        this.environment = environment;
        this.line = line;
        this.progress = progress;
        this.outcome = new Outcome(host);
    }

    Host host() {
        return host;
    }

    HostFacts facts() {
        return facts;
    }

    boolean ended() {
        return outcome.result() != null;
    }

    boolean succeeded() {
        return outcome.result() == Result.SUCCEEDED;
    }

    boolean refused() {
        return outcome.result() == Result.REFUSED;
    }

    String message() {
        return outcome.message();
    }

    /** Whether this deployment has switched the host and not put it back. */
    boolean holdsRelease() {
        return switched && !ended();
    }

    HostResult result() {
        return outcome.toResult();
    }

    /** Connects and looks; a host that cannot take a deployment is refused. */
    void look(String release, boolean lock) throws InterruptedException {
        outcome.enter(Phase.LOOK);
        try {
            progress.host(host, Phase.LOOK, "connecting to " + host.address() + ":" + host.port());
            facts = line.open().look(release, null, lock);
            outcome.looked(facts, line.session().confirmed());
            progress.host(
                    host,
                    Phase.LOOK,
                    facts.platform() + " by " + line.session().client() + ", "
                            + (facts.current() == null ? "nothing deployed yet" : "serves " + facts.current())
                            + (line.session().confirmed()
                                    ? ""
                                    : "; no process outlives the SSH session there, so its switch is unconfirmed"));
        } catch (IOException e) {
            refuse(e.getMessage());
        } finally {
            outcome.leave();
        }
    }

    /** Ends this host's part: nothing was changed there. */
    void refuse(String message) {
        progress.host(host, Phase.LOOK, "refused: " + message);
        outcome.end(Result.REFUSED, message);
    }

    boolean present() {
        return facts.present().equals("yes");
    }

    /** Brings the release to the host. A failure refuses the host: nothing was switched. */
    void send(Wanted wanted, Payloads payloads) throws InterruptedException {
        outcome.enter(Phase.SEND);
        try {
            String failure =
                    new Send(host, progress, outcome).to(line.session(), facts, wanted, payloads, environment.path());
            if (failure != null) {
                refuse(failure);
            }
        } catch (IOException | BadInputException e) {
            refuse(e.getMessage());
        } finally {
            outcome.leave();
        }
    }

    /**
     * Switches to the release and proves it; a release that fails is taken back at once.
     *
     * @param stopped whether the deployment was asked to end
     */
    void serve(Wanted wanted, BooleanSupplier stopped) throws InterruptedException {
        if (facts.proved() && facts.running() && wanted.id().equals(facts.current()) && !facts.unsettled()) {
            String failure = prove(wanted, stopped);
            if (failure == null) {
                progress.host(host, Phase.PROVE, "serves " + wanted.id() + " already");
                return;
            }
            if (stopped.getAsBoolean()) {
                leave(); // it serves what it served, and is not restarted any more
                return;
            }
        }
        switchedAt = System.nanoTime();
        String failure;
        outcome.enter(Phase.SWITCH);
        try {
            progress.host(host, Phase.SWITCH, "to " + wanted.id());
            running = line.session().switchTo(wanted.id(), wanted.sums(facts));
            switched = true;
            outcome.gap(running.gapMillis());
            failure = null;
        } catch (SwitchException e) {
            switched = e.moved();
            failure = e.getMessage();
        } catch (IOException e) {
            switched = true; // it may have been; putting back is harmless if it was not
            failure = e.getMessage();
        } finally {
            outcome.leave();
        }
        if (failure == null) {
            failure = prove(wanted, stopped);
        }
        if (failure != null) {
            fail(wanted, failure, event(stopped));
        }
    }

    /** Proves once more what was proved, without telling of each probe; puts the host back if it fails. */
    void watch(Wanted wanted, BooleanSupplier stopped) throws InterruptedException {
        String failure = new Proving(host, environment, new Progress(event -> {}), outcome)
                .of(line.session(), facts, wanted, running, stopped);
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
        if (!holdsRelease()) {
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
            leave();
        }
    }

    /** @return null if the release is healthy and runs; else one sentence */
    private String prove(Wanted wanted, BooleanSupplier stopped) throws InterruptedException {
        return new Proving(host, environment, progress, outcome).of(line.session(), facts, wanted, running, stopped);
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
        new Return(host, environment, line, progress, outcome).to(facts.returnTo(wanted.id()), wanted, why, event);
    }

    /** Makes the release the host's good one: disarms the watcher, prunes, gives the lock back. */
    void settle(Wanted wanted) throws InterruptedException {
        new Settle(host, line, progress, outcome).of(facts, wanted, switched, environment.keep());
    }

    /** Gives the lock back where nothing was switched. */
    void leave() throws InterruptedException {
        if (!ended()) {
            outcome.end(Result.STOPPED, null);
        }
        if (!line.isOpen() || !line.session().locked()) {
            return;
        }
        try {
            line.session().unlock();
        } catch (IOException e) {
            progress.host(host, Phase.SETTLE, "its lock expires by itself: " + e.getMessage());
        }
    }

    /** Keeps lock and watcher alive while other hosts are at work. */
    void renew() {
        if (ended() || !line.isOpen() || !line.session().locked()) {
            return;
        }
        try {
            line.renew();
        } catch (HostException e) {
            progress.host(host, Phase.PROVE, e.getMessage());
        } catch (IOException e) {
            // The connection is lost: the next phase finds out and says so
            progress.host(host, Phase.PROVE, "not reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        line.close();
    }
}
