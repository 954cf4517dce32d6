package io.jenkins.plugins.godeploy.jenkins.record;

import java.util.Locale;

/** Durations and sizes for people. */
final class Quantities {
    private static final String[] UNITS = {"kB", "MB", "GB"};

    private Quantities() {}

    /** Such as {@code 17 ms}, {@code 1.3 s}, {@code 42 s} or {@code 6 min 3 s}. */
    static String duration(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = millis / 1000;
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** In decimal units, such as {@code 61 kB} or {@code 3.5 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }
}
