package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.deploy.DeployEvent;
import io.jenkins.plugins.godeploy.host.Phase;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Shows each event on a line of its own, for logs and pipes; of an upload it tells every few seconds. */
final class PlainProgress implements Progress {
    private static final int PHASE = 6;

    private static final long QUIET_NANOS = 5_000_000_000L;

    private final PrintWriter err;
    private final LongSupplier nanos;
    private final int width;
    private final Map<String, Long> told = new HashMap<>();

    /** @param nanos a clock such as {@link System#nanoTime} */
    PlainProgress(PrintWriter err, List<String> hosts, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.width = hosts.stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public synchronized void on(DeployEvent event) {
        if (event.percent() >= 0 && event.percent() < 100 && tooSoon(event.host())) {
            return;
        }
        err.println(event.host() == null ? TerminalText.clean(event.text()) : line(event, width));
        err.flush();
    }

    /** So that an upload which is done in a moment is told of once. */
    private boolean tooSoon(String host) {
        long now = nanos.getAsLong();
        Long last = told.get(host);
        if (last != null && now - last < QUIET_NANOS) {
            return true;
        }
        told.put(host, now);
        return last == null;
    }

    /** The host, the phase and the text, in columns. */
    static String line(DeployEvent event, int width) {
        String host = padded(event.host(), width);
        return TerminalText.clean(host + "  " + padded(word(event.phase()), PHASE) + "  " + event.text());
    }

    private static String word(Phase phase) {
        return phase == null ? "" : phase.name().toLowerCase(Locale.ROOT);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
