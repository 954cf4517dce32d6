package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.host.HealthWait;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostException;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.HostSession.SwitchException;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.Proved;
import io.jenkins.plugins.godeploy.host.Running;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.transfer.Payload;
import java.io.IOException;
import java.io.InputStream;
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
                    facts.platform() + ", "
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
            Artifact artifact = wanted.artifact(facts);
            Payload payload = payloads.get(artifact);
            long needed = (payload.unpacked() + payload.unpacked() / 10) / 1024;
            if (facts.freeKib() < needed) {
                refuse(host + ": the disk has " + facts.freeKib() + " KiB free under " + environment.path() + ", and "
                        + wanted.id() + " takes " + needed + " KiB; free some space.");
                return;
            }
            long size = payload.size();
            try (InputStream bytes = payload.open()) {
                Percent percent = new Percent(size);
                line.session().receive(wanted.id(), facts.present().equals("damaged"), bytes, sent -> {
                    outcome.sent(sent);
                    if (percent.moved(sent)) {
                        progress.host(host, Phase.SEND, percent.text(), percent.value());
                    }
                });
            }
            progress.host(host, Phase.SEND, "sent " + Percent.bytes(size), 100);
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
            String failure = prove(wanted, null, stopped);
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
        Running running = null;
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
            failure = prove(wanted, running, stopped);
        }
        if (failure == null) {
            return;
        }
        progress.host(host, Phase.PROVE, failure);
        if (switched) {
            collectLog();
            giveBack(wanted, failure);
        } else {
            outcome.end(Result.REFUSED, failure);
            leave();
        }
    }

    /** @return null if the release is healthy and runs; else one sentence */
    private String prove(Wanted wanted, Running since, BooleanSupplier stopped) throws InterruptedException {
        outcome.enter(Phase.PROVE);
        try {
            String failure = HealthWait.await(
                    line.session(),
                    environment.health(),
                    since,
                    stopped,
                    text -> progress.host(host, Phase.PROVE, text));
            if (failure != null) {
                return host + ": " + wanted.version() + " is not healthy: " + failure + ".";
            }
            Proved proved = line.session().prove(wanted.id(), wanted.sums(facts), since);
            if (proved.failure() != null) {
                return host + ": " + wanted.version() + " is not what runs: " + proved.failure() + ".";
            }
            if (proved.proof().compareTo(environment.proof()) < 0) {
                return host + ": the environment requires the proof '" + word(environment.proof()) + "', and only '"
                        + word(proved.proof()) + "' was reached.";
            }
            outcome.proved(wanted.id(), proved.proof());
            progress.host(host, Phase.PROVE, "healthy, proof " + word(proved.proof()));
            return null;
        } catch (IOException e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            // Whatever goes wrong after the switch, the host has to go back
            return host + ": " + wanted.version() + " could not be proved: " + e + ".";
        } finally {
            outcome.leave();
        }
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

    /** Puts back what served before, and proves it. Ends this host's part. */
    void giveBack(Wanted wanted, String why) throws InterruptedException {
        new Return(host, environment, line, progress, outcome).to(facts.returnTo(wanted.id()), wanted, why);
    }

    /** Makes the release the host's good one: disarms the watcher, prunes, gives the lock back. */
    void settle(Wanted wanted) throws InterruptedException {
        outcome.enter(Phase.SETTLE);
        try {
            List<String> prune = Prune.of(facts, wanted.id(), environment.keep());
            outcome.head(line.again(
                    session -> session.settle(switched ? HostSession.Event.SETTLED : null, wanted.id(), null, prune)));
            outcome.end(Result.SUCCEEDED, null);
            progress.host(host, Phase.SETTLE, "done");
        } catch (IOException e) {
            String back = facts.returnTo(wanted.id());
            if (e instanceof HostException refusal && refusal.code().equals("watcher-returned")) {
                outcome.serves(back);
            } else {
                outcome.unknown();
            }
            outcome.end(
                    Result.FAILED,
                    wanted.version() + " was proved there but could not be settled: " + e.getMessage()
                            + (switched && e instanceof SshException
                                    ? Return.byWatcher(outcome, back, line.lease())
                                    : ""));
            progress.host(host, Phase.SETTLE, outcome.message());
        } finally {
            outcome.leave();
        }
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

    private static String word(Proof proof) {
        return proof.name().toLowerCase(java.util.Locale.ROOT);
    }
}
