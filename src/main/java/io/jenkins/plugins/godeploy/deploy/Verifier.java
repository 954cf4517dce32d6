package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.Proved;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compares what the hosts of an environment serve with what was deployed there; changes nothing. */
public final class Verifier {
    private static final int AT_ONCE = 30;

    private final Connector connector;

    public Verifier(Connector connector) {
        this.connector = connector;
    }

    /**
     * Looks at all hosts.
     *
     * @param expected ID of the release that the history says is deployed; null if it does not know, and then the hosts'
     *     own journals are asked alone
     * @return one a host, in the environment's order
     */
    public List<Drift> verify(Environment environment, String expected) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, environment.hosts().size()));
        try {
            List<Callable<Drift>> tasks = new ArrayList<>();
            environment.hosts().forEach(host -> tasks.add(() -> verify(environment, host, expected)));
            List<Drift> drifts = new ArrayList<>();
            for (Future<Drift> future : pool.invokeAll(tasks)) {
                drifts.add(future.get());
            }
            return drifts;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a host's verification ended in an error of ours", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Drift verify(Environment environment, Host host, String expected) throws InterruptedException {
        ServiceOnHost service =
                new ServiceOnHost(environment.path(), environment.manager(), "verify", null, null, ServiceOnHost.LEASE);
        try (HostSession session = new HostSession(host, service, connector.connect(host))) {
            HostFacts facts = session.look(null, null, false);
            List<String> findings = new ArrayList<>();
            if (facts.current() == null) {
                findings.add(host + ": nothing is deployed there.");
                return new Drift(host.name(), null, findings);
            }
            placed(host, facts, expected, findings);
            Proved proved = session.prove(facts.current(), null, null);
            if (proved.failure() != null) {
                findings.add(host + ": " + proved.failure() + ".");
            } else if (!facts.proved()) {
                findings.add(host + ": the service was restarted since its process was proved.");
            }
            return new Drift(host.name(), facts.current(), findings);
        } catch (IOException e) {
            return new Drift(host.name(), null, List.of(e.getMessage()));
        }
    }

    /** Whether {@code current} names what it should. */
    private static void placed(Host host, HostFacts facts, String expected, List<String> findings) {
        String settled = facts.good().stream()
                .filter(id -> !facts.bad().contains(id))
                .reduce((first, second) -> second)
                .orElse(null);
        if (facts.unsettled()) {
            findings.add(host + ": a deployment of " + facts.current() + " was begun there and never settled.");
        } else if (!facts.current().equals(settled)) {
            findings.add(host + ": current names " + facts.current() + ", and the journal has "
                    + (settled == null ? "no release" : settled) + " as the last that was proved good there.");
        }
        if (expected != null && !facts.current().equals(expected)) {
            findings.add(host + ": current names " + facts.current() + ", and the history has " + expected
                    + " as the last that was deployed.");
        }
    }
}
