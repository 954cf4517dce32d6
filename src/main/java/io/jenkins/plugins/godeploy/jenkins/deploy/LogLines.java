package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.DeployEvent;
import io.jenkins.plugins.godeploy.deploy.DeployListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Writes what happens into a log, a line each: {@code [web1] send: 40 % of 3.5 MB}. */
final class LogLines implements DeployListener {
    /** Between two lines that only say how far a host is, so that the log of many hosts stays readable. */
    private static final long PROGRESS = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream log;
    private final Map<String, Long> lastProgress = new ConcurrentHashMap<>();

    LogLines(PrintStream log) {
        this.log = log;
    }

    @Override
    public void on(DeployEvent event) {
        if (event.host() != null && event.percent() >= 0 && event.percent() < 100 && tooSoon(event.host())) {
            return;
        }
        String host = event.host() == null ? "" : "[" + event.host() + "] ";
        String phase = event.phase() == null ? "" : event.phase().name().toLowerCase(Locale.ROOT) + ": ";
        // One event is one line, whatever a host has said.
        log.println(host + phase + event.text().replaceAll("\\p{Cntrl}", "?"));
    }

    private boolean tooSoon(String host) {
        long now = System.nanoTime();
        long last = lastProgress.computeIfAbsent(host, first -> now);
        if (now - last < PROGRESS) {
            return true;
        }
        lastProgress.put(host, now);
        return false;
    }
}
