package io.jenkins.plugins.godeploy.cli;

import java.util.Locale;

/** Numbers of bytes and durations for people. */
final class Size {
    private Size() {}

    /** In decimal units. */
    static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }
}
