package io.jenkins.plugins.godeploy.config;

/** Values from outside as messages show them: on one line, short. */
final class Printable {
    private static final int LENGTH = 80;

    private Printable() {}

    /** The value on one line, at most 80 characters. */
    static String shortened(String value) {
        String line = oneLine(String.valueOf(value));
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH - 3) + "...";
    }

    /** The text with every control, format and line separating character as a question mark. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
