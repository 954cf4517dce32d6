package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is known of one host's part so far; becomes its {@link HostResult}. */
final class Outcome {
    private final Host host;
    private final Map<Phase, Long> durations = new EnumMap<>(Phase.class);
    private volatile Result result;
    private String message;
    private HostFacts facts;
    private String serves;
    private Proof proof = Proof.NONE;
    private long bytesSent;
    private long gapMillis = -1;
    private boolean confirmed;
    private List<String> log = List.of();
    private String journalHead;
    private Phase phase;
    private long entered;

    Outcome(Host host) {
        this.host = host;
    }

    /** Begins a phase's time, and ends that of the one before. */
    void enter(Phase next) {
        leave();
        phase = next;
        entered = System.nanoTime();
    }

    /** Ends the current phase's time. */
    void leave() {
        if (phase != null) {
            durations.merge(phase, (System.nanoTime() - entered) / 1_000_000, Long::sum);
            phase = null;
        }
    }

    void looked(HostFacts found, boolean watched) {
        facts = found;
        serves = found.current();
        confirmed = watched;
        journalHead = found.journalHead();
    }

    void sent(long bytes) {
        bytesSent = bytes;
    }

    void gap(long millis) {
        gapMillis = millis;
    }

    void proved(String release, Proof reached) {
        serves = release;
        proof = reached;
    }

    void serves(String release) {
        proved(release, Proof.NONE);
    }

    void unknown() {
        serves(null);
    }

    void log(List<String> lines) {
        log = List.copyOf(lines);
    }

    void head(String sha256) {
        journalHead = sha256;
    }

    void end(Result how, String why) {
        message = why;
        result = how;
    }

    Result result() {
        return result;
    }

    String message() {
        return message;
    }

    boolean confirmed() {
        return confirmed;
    }

    HostResult toResult() {
        return new HostResult(
                host.name(),
                host.address() + ":" + host.port(),
                facts == null ? null : facts.platform().toString(),
                result == null ? Result.STOPPED : result,
                facts == null ? null : facts.current(),
                serves,
                proof,
                bytesSent,
                gapMillis,
                new EnumMap<>(durations),
                confirmed,
                message,
                log,
                journalHead);
    }
}
