package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.Journal;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the journals of all hosts of an environment; changes nothing. */
public final class Journals {
    private final Connector connector;

    /**
     * What one host told.
     *
     * @param journal null where it could not be read
     * @param problem one sentence on why; null where it could
     */
    public record HostJournal(Host host, Journal journal, String problem) {
        /**
         * What is wrong with a journal that was read, one sentence each.
         *
         * @param head SHA-256 of its last line as the history has it; null where it has none
         */
        public List<String> findings(String head) {
            List<String> findings = new ArrayList<>();
            journal.findings().forEach(finding -> findings.add(host + ": " + finding + "."));
            if (head != null && !journal.had(head)) {
                findings.add(
                        host + ": its journal is another one than the history knows; it was written anew or removed.");
            }
            return findings;
        }
    }

    public Journals(Connector connector) {
        this.connector = connector;
    }

    /** One a host, in the environment's order. */
    public List<HostJournal> read(Environment environment) throws InterruptedException {
        return AllHosts.ask(environment, host -> read(environment, host));
    }

    private HostJournal read(Environment environment, Host host) throws InterruptedException {
        ServiceOnHost service = ServiceOnHost.toRead(environment.path(), environment.manager());
        try (HostSession session = new HostSession(host, service, connector.connect(host))) {
            return new HostJournal(host, session.journal(), null);
        } catch (IOException e) {
            return new HostJournal(host, null, e.getMessage());
        }
    }
}
