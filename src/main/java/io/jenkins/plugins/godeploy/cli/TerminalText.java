package io.jenkins.plugins.godeploy.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as a terminal shows them. */
final class TerminalText {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private TerminalText() {}

    /** The text without what could move the cursor, change colours or turn the writing direction. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    /** The text, cleaned; a dash for null. */
    static String orDash(String text) {
        return text == null || text.isEmpty() ? "-" : clean(text);
    }

    /** In decimal units, such as {@code 3.5 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }

    /** Such as {@code 4.2s} or {@code 1m07s}. */
    static String duration(long millis) {
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1fs", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        return String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60);
    }

    /** In UTC, to the second. */
    static String when(Instant instant) {
        return WHEN.format(instant);
    }
}
