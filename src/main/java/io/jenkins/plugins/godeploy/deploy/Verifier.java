package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.deploy.Journals.HostJournal;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.Proved;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what the hosts of an environment serve with what was deployed there; changes nothing. */
public final class Verifier {
    private final Connector connector;

    public Verifier(Connector connector) {
        this.connector = connector;
    }

    /**
     * Looks at all hosts.
     *
     * @param expected ID of the release that the history says is deployed; null if it does not know, and then the hosts'
     *     own journals are asked alone
     * @param heads by host name, the SHA-256 of its journal's last line as the history has it; a host of which nothing is
     *     recorded is missing
     * @return one a host, in the environment's order
     */
    public List<Drift> verify(Environment environment, String expected, Map<String, String> heads)
            throws InterruptedException {
        return AllHosts.ask(environment, host -> verify(environment, host, expected, heads.get(host.name())));
    }

    private Drift verify(Environment environment, Host host, String expected, String head) throws InterruptedException {
        ServiceOnHost service = ServiceOnHost.toRead(environment.path(), environment.manager());
        try (HostSession session = new HostSession(host, service, connector.connect(host))) {
            HostFacts facts = session.look(null, null, false);
            List<String> findings = new ArrayList<>();
            findings.addAll(new HostJournal(host, session.journal(), null).findings(head));
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
