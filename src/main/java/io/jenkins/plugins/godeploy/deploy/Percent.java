package io.jenkins.plugins.godeploy.deploy;

import java.util.Locale;

/** How much of an upload is done, told in steps of ten so that a build log stays readable. */
final class Percent {
    private static final int STEP = 10;

    private final long total;
    private int value = -1;

    Percent(long total) {
        this.total = Math.max(1, total);
    }

    boolean moved(long done) {
        int now = (int) (done * 100 / total) / STEP * STEP;
        boolean moved = now > value;
        value = Math.max(value, now);
        return moved && now < 100;
    }

    int value() {
        return value;
    }

    String text() {
        return value + " % of " + bytes(total);
    }

    /** A number of bytes for people, in decimal units. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
