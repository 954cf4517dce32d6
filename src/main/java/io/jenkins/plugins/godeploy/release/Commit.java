package io.jenkins.plugins.godeploy.release;

import java.io.Serializable;
import java.time.Instant;

/**
 * A commit in the history of a release.
 *
 * @param hash full hash
 * @param date when it was committed
 * @param author name of who wrote it, one line; written by anybody
 * @param subject first line of its message; written by anybody
 */
public record Commit(String hash, Instant date, String author, String subject) implements Serializable {
    /** The most characters of an author or a subject. */
    private static final int LONGEST = 200;

    public Commit {
        author = line(author);
        subject = line(subject);
    }

    private static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        if (line.isEmpty()) {
            return "?";
        }
        int end =
                line.codePointCount(0, line.length()) <= LONGEST ? line.length() : line.offsetByCodePoints(0, LONGEST);
        return line.substring(0, end);
    }
}
