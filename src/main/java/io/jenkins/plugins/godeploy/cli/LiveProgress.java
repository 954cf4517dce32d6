package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.deploy.DeployEvent;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows one line a host, which changes in place, on a terminal; what concerns all hosts is printed above. */
final class LiveProgress implements Progress {
    private static final int COLUMNS = 80;
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintWriter err;
    private final int columns;
    private final int width;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private boolean drawn;

    /** @param columns of the terminal, as it tells; null or anything else for 80 */
    LiveProgress(PrintWriter err, List<String> hosts, String columns) {
        this.err = err;
        this.columns = columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : COLUMNS;
        this.width = hosts.stream().mapToInt(String::length).max().orElse(0);
        hosts.forEach(host -> lines.put(host, TerminalText.clean(host)));
    }

    @Override
    public synchronized void on(DeployEvent event) {
        if (drawn) {
            err.printf(UP, lines.size());
        }
        if (event.host() == null) {
            err.println(CLEAR_LINE + TerminalText.clean(event.text()));
        } else {
            lines.put(event.host(), PlainProgress.line(event, width));
        }
        // A line that breaks would throw the count of lines out.
        lines.values()
                .forEach(line -> err.println(CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1))));
        err.flush();
        drawn = true;
    }
}
