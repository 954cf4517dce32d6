package io.jenkins.plugins.godeploy.host;

import java.time.Duration;
import java.util.List;

/**
 * How a hook ended.
 *
 * @param status its exit status
 * @param late whether it was ended because its time was over
 * @param said its last lines
 */
public record HookEnd(int status, boolean late, List<String> said) {
    /** How many of its last lines are kept, and how many characters of each. */
    public static final int LINES = 40;

    public static final int WIDTH = 500;

    /** @return null if it passed; else why not, without a full stop */
    public String failure(Duration timeout) {
        if (late) {
            return "did not end within " + timeout.toSeconds() + " s";
        }
        if (status == 0) {
            return null;
        }
        String last = said.stream()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("");
        return "ended with " + status
                + (last.isEmpty() ? "" : ": " + last.strip().replaceAll("\\.$", ""));
    }
}
