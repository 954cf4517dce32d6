package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Hook.When;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostException;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.io.IOException;

/** One deployment on one host: the phases that change nothing there, and its end. Used by one thread at a time, but for {@link #renew}. */
final class HostRun {
    private final Host host;
    private final Environment environment;
    private final Line line;
    private final Progress progress;
    private final Outcome outcome;
    private HostFacts facts;
    private final Hooks hooks;
    private final Serving serving;

    HostRun(Host host, Environment environment, Line line, Progress progress, Hooks hooks) {
        this.host = host;
        this.environment = environment;
        this.line = line;
        this.progress = progress;
        this.outcome = new Outcome(host);
        this.hooks = hooks;
        this.serving = new Serving(this, environment, line, progress, outcome, hooks);
    }

    Host host() {
        return host;
    }

    HostFacts facts() {
        return facts;
    }

    /** The connection there; another one once it was lost and made again. */
    HostSession session() {
        return line.session();
    }

    /** What happens there from the switch on. */
    Serving serving() {
        return serving;
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
        return serving.switched() && !ended();
    }

    HostResult result() {
        return outcome.toResult();
    }

    /** Connects and looks; a host that cannot take a deployment is refused. */
    void look(String release, boolean lock) throws InterruptedException {
        outcome.enter(Phase.LOOK);
        try {
            String failure = lock ? hooks.run(When.BEFORE, Phase.LOOK, this, null) : null;
            if (failure != null) {
                refuse(failure);
                return;
            }
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

    /** Runs the hooks after <em>look</em>, once it is known of all hosts what is to serve. */
    void looked(Wanted wanted) throws InterruptedException {
        String failure = hooks.run(When.AFTER, Phase.LOOK, this, wanted);
        if (failure != null) {
            refuse(failure);
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
            String failure = hooks.run(When.BEFORE, Phase.SEND, this, wanted);
            if (failure == null) {
                failure = transfer(wanted, payloads);
            }
            if (failure == null) {
                failure = hooks.run(When.AFTER, Phase.SEND, this, wanted);
            }
            if (failure != null) {
                refuse(failure);
            }
        } catch (IOException | BadInputException e) {
            refuse(e.getMessage());
        } finally {
            outcome.leave();
        }
    }

    /** @return null when the release is there; else one sentence */
    private String transfer(Wanted wanted, Payloads payloads) throws IOException, InterruptedException {
        Send send = new Send(host, progress, outcome);
        for (int retry = 0; ; retry++) {
            try {
                return send.to(line.session(), facts, wanted, payloads, environment.path());
            } catch (SshException e) {
                if (retry == Backoff.RETRIES || !e.mayPass()) {
                    throw e;
                }
                progress.host(host, Phase.SEND, "once more, because: " + e.getMessage());
            }
            Backoff.pause(retry);
            line.again(HostSession::status); // connects again where the connection was lost
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

    void tell(String text) {
        progress.host(host, Phase.SWITCH, text);
    }

    void close() {
        line.close();
    }
}
