package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.deploy.DeployEvent;
import io.jenkins.plugins.godeploy.deploy.DeployListener;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows a deployment while it runs, on standard error: on a terminal one line a host that changes in place, elsewhere
 * a line an event.
 */
final class ProgressView implements DeployListener, AutoCloseable {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR = "\u001b[2K";
    private static final int WIDTH = 110;
    private static final long QUIET_NANOS = 5_000_000_000L;

    private final PrintStream err;
    private final boolean terminal;
    private final Map<String, Long> told = new HashMap<>();
    private final Map<String, String> lines = new LinkedHashMap<>();
    private int drawn;

    ProgressView(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** @param machine whether a program reads the result; then nothing moves */
    static ProgressView of(boolean machine) {
        String term = System.getenv("TERM");
        return new ProgressView(
                System.err, !machine && System.console() != null && term != null && !term.equals("dumb"));
    }

    @Override
    public synchronized void on(DeployEvent event) {
        String text = Printable.line(event.text());
        String phase = event.phase() == null ? "" : event.phase().name().toLowerCase(Locale.ROOT);
        if (!terminal) {
            if (event.percent() >= 0 && event.percent() < 100 && tooSoon(event.host())) {
                return;
            }
            err.println(
                    event.host() == null
                            ? text
                            : DeploymentText.pad(event.host(), 12) + " " + DeploymentText.pad(phase, 6) + " " + text);
        } else if (event.host() == null) {
            erase();
            err.println(text);
            draw();
        } else {
            lines.put(
                    event.host(),
                    DeploymentText.pad(event.host(), 12) + " " + DeploymentText.pad(phase, 6) + " " + text);
            erase();
            draw();
        }
    }

    /** Where lines are kept, such as in a log, an upload is told of every few seconds. */
    private boolean tooSoon(String host) {
        long now = System.nanoTime();
        Long last = told.get(host);
        if (last != null && now - last < QUIET_NANOS) {
            return true;
        }
        told.put(host, now);
        return last == null;
    }

    private void erase() {
        if (drawn > 0) {
            err.printf(Locale.ROOT, UP, drawn);
        }
    }

    private void draw() {
        for (String line : lines.values()) {
            err.println(CLEAR + (line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "..."));
        }
        drawn = lines.size();
        err.flush();
    }

    /** What is on the terminal stays. */
    @Override
    public synchronized void close() {
        drawn = 0;
        lines.clear();
    }
}
