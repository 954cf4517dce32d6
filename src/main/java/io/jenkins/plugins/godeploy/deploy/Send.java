package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.transfer.Payload;
import java.io.IOException;
import java.io.InputStream;

/** Brings a release to one host; nothing is switched by it. */
final class Send {
    private final Host host;
    private final Progress progress;
    private final Outcome outcome;

    Send(Host host, Progress progress, Outcome outcome) {
        this.host = host;
        this.progress = progress;
        this.outcome = outcome;
    }

    /**
     * @param path the service's folder, for the message
     * @return null when it is there; else one sentence on why it is not
     */
    String to(HostSession session, HostFacts facts, Wanted wanted, Payloads payloads, String path)
            throws IOException, InterruptedException {
        Payload payload = payloads.get(wanted.artifact(facts));
        long needed = (payload.unpacked() + payload.unpacked() / 10) / 1024;
        if (facts.freeKib() < needed) {
            return host + ": the disk has " + facts.freeKib() + " KiB free under " + path + ", and " + wanted.id()
                    + " takes " + needed + " KiB; free some space.";
        }
        long size = payload.size();
        try (InputStream bytes = payload.open()) {
            Percent percent = new Percent(size);
            session.receive(wanted.id(), facts.present().equals("damaged"), bytes, sent -> {
                outcome.sent(sent);
                if (percent.moved(sent)) {
                    progress.host(host, Phase.SEND, percent.text(), percent.value());
                }
            });
        }
        progress.host(host, Phase.SEND, "sent " + Percent.bytes(size), 100);
        return null;
    }
}
