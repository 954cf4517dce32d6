package io.jenkins.plugins.godeploy.release;

/** Values from outside as they may stand in a message. */
final class Printable {
    private static final int LIMIT = 80;

    private Printable() {}

    /** The value on one line, without control characters, cut to 80 characters. */
    static String line(String value) {
        String line = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LIMIT ? line : line.substring(0, LIMIT - 3) + "...";
    }
}
