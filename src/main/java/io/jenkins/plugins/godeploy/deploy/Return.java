package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.host.HealthWait;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostException;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.HostSession.Event;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.Proved;
import io.jenkins.plugins.godeploy.host.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A host's way back to what served before a release that failed, or that the others had to leave. */
final class Return {
    private final Host host;
    private final Environment environment;
    private final Line line;
    private final Progress progress;
    private final Outcome outcome;

    Return(Host host, Environment environment, Line line, Progress progress, Outcome outcome) {
        this.host = host;
        this.environment = environment;
        this.line = line;
        this.progress = progress;
        this.outcome = outcome;
    }

    /**
     * Puts it back, proves it, and ends the host's part.
     *
     * @param before ID of the release to go back to; null where nothing served
     * @param why one sentence, for the journal and the result
     * @param event whether that says something of the release
     */
    void to(String before, Wanted failed, String why, Event event) throws InterruptedException {
        progress.host(host, Phase.RETURN, before == null ? "stopping the service" : "back to " + before);
        outcome.enter(Phase.RETURN);
        boolean back = false;
        try {
            Running old = line.again(session -> session.giveBack(failed.id(), why));
            back = true;
            if (old == null) {
                outcome.serves(null);
                settle(failed, why, event, null);
                outcome.end(Result.RETURNED, why + " Nothing serves there, as before.");
                return;
            }
            String failure = proveOld(before, old);
            settle(failed, why, event, failure == null ? before : null);
            if (failure == null) {
                outcome.end(Result.RETURNED, why);
            } else {
                outcome.end(Result.FAILED, why + " " + before + " was put back, but " + failure + ".");
            }
        } catch (HostException e) {
            if (e.code().equals("not-switched")) {
                outcome.end(Result.REFUSED, why + " Nothing was switched there.");
            } else if (e.code().equals("watcher-returned")) {
                byWatcher(before, why);
            } else {
                outcome.unknown();
                if (e.code().equals("restart") || e.code().equals("inactive")) {
                    close(failed, why, event);
                }
                outcome.end(Result.FAILED, why + " " + notReturned(before, back) + e.getMessage());
            }
        } catch (IOException e) {
            outcome.unknown();
            outcome.end(
                    Result.FAILED,
                    why + " " + notReturned(before, back) + e.getMessage()
                            + (back ? "" : byWatcher(outcome, before, HostSession.SWITCH_LEASE)));
        } finally {
            outcome.leave();
            progress.host(host, Phase.RETURN, outcome.result() == Result.RETURNED ? "done" : outcome.message());
        }
    }

    /**
     * @param old what runs since it was put back; null if that was not seen from here
     * @return null if it is healthy and runs; else why not, without a full stop
     */
    private String proveOld(String before, Running old) throws IOException, InterruptedException {
        String failure = HealthWait.await(
                line.session(),
                environment.health(),
                old,
                () -> false,
                text -> progress.host(host, Phase.RETURN, text));
        Proved proved = line.session().prove(before, null, old);
        if (failure == null) {
            failure = proved.failure();
        }
        if (failure == null) {
            boolean seen = old != null || proved.proof() == Proof.EXACT;
            outcome.proved(before, seen ? proved.proof() : Proof.NONE);
        } else {
            outcome.serves(before);
        }
        return failure;
    }

    /** The watcher was first, and has given the lock back; what serves is looked at all the same. */
    private void byWatcher(String before, String why) throws InterruptedException {
        if (before == null) {
            outcome.serves(null);
            outcome.end(Result.RETURNED, why + " The watcher on the host has stopped the service, as before.");
            return;
        }
        String failure;
        try {
            failure = proveOld(before, null);
        } catch (IOException e) {
            outcome.serves(before);
            failure = e.getMessage().replaceAll("\\.$", "");
        }
        outcome.end(
                failure == null ? Result.RETURNED : Result.FAILED,
                why + " The watcher on the host has put " + before + " back"
                        + (failure == null ? "." : ", but " + failure + "."));
    }

    private static String notReturned(String before, boolean back) {
        if (before == null) {
            return back ? "The service was stopped, but: " : "Stopping the service failed: ";
        }
        return back ? before + " was put back, but could not be proved: " : "Putting back " + before + " failed: ";
    }

    /** @param proved ID of the release that was proved to serve again; null for none */
    private void settle(Wanted failed, String why, Event event, String proved)
            throws IOException, InterruptedException {
        outcome.head(line.again(session -> session.settle(event, failed.id(), proved, why, List.of())));
    }

    /** {@code current} is back and its service does not start: the watcher could do no more, and the journal is told. */
    private void close(Wanted failed, String why, Event event) throws InterruptedException {
        try {
            settle(failed, why, event, null);
        } catch (IOException e) {
            progress.host(host, Phase.RETURN, "not settled there: " + e.getMessage());
        }
    }

    /** What a host does without us, as a sentence to append; empty if no watcher guards it. */
    static String byWatcher(Outcome outcome, String before, Duration within) {
        if (!outcome.confirmed()) {
            return "";
        }
        return " The watcher on the host " + (before == null ? "stops the service" : "puts " + before + " back")
                + " by itself, at the latest " + within.toSeconds() + " s after its last word from here.";
    }
}
