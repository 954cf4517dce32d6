package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.host.HealthWait;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.Proved;
import io.jenkins.plugins.godeploy.host.Running;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Proves that one host serves a release: it is healthy, and what runs is that release. */
final class Proving {
    private final Host host;
    private final Environment environment;
    private final Progress progress;
    private final Outcome outcome;

    Proving(Host host, Environment environment, Progress progress, Outcome outcome) {
        this.host = host;
        this.environment = environment;
        this.progress = progress;
        this.outcome = outcome;
    }

    /**
     * @param since what ran right after the switch; null where this deployment did not switch
     * @return null if the release is healthy and runs; else one sentence
     */
    String of(HostSession session, HostFacts facts, Wanted wanted, Running since, BooleanSupplier stopped)
            throws InterruptedException {
        outcome.enter(Phase.PROVE);
        try {
            String failure = HealthWait.await(
                    session, environment.health(), since, stopped, text -> progress.host(host, Phase.PROVE, text));
            if (failure != null) {
                return host + ": " + wanted.version() + " is not healthy: " + failure + ".";
            }
            Proved proved = session.prove(wanted.id(), wanted.sums(facts), since);
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

    private static String word(Proof proof) {
        return proof.name().toLowerCase(Locale.ROOT);
    }
}
