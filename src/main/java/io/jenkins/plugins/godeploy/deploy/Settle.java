package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostException;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.HostSession.Event;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.io.IOException;
import java.util.List;

/** Makes a release that was proved one host's good one, and ends the host's part. */
final class Settle {
    private final Host host;
    private final Line line;
    private final Progress progress;
    private final Outcome outcome;

    Settle(Host host, Line line, Progress progress, Outcome outcome) {
        this.host = host;
        this.line = line;
        this.progress = progress;
        this.outcome = outcome;
    }

    /**
     * @param switched whether this deployment has switched the host
     * @param keep how many good releases stay
     */
    void of(HostFacts facts, Wanted wanted, boolean switched, int keep) throws InterruptedException {
        outcome.enter(Phase.SETTLE);
        try {
            List<String> prune = Prune.of(facts, wanted.id(), keep);
            outcome.head(line.again(
                    session -> session.settle(switched ? Event.SETTLED : null, wanted.id(), wanted.id(), null, prune)));
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
}
