package io.jenkins.plugins.godeploy.cli;

/** Text from files and hosts as a terminal may see it. */
final class Printable {
    private Printable() {}

    /** On one line, without control characters, which could move the cursor or change what was printed. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ");
    }
}
