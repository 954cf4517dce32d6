package io.jenkins.plugins.godeploy.build;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was meant by a misspelt one, by edit distance (Levenshtein). */
public final class Nearest {
    private Nearest() {}

    /** The word with the least distance; the first of several. */
    static Optional<String> to(String word, Collection<String> words) {
        return words.stream().min(Comparator.comparingInt(other -> distance(word, other)));
    }

    /** As {@link #to}, but only if a third of its characters at most are wrong. */
    static Optional<String> likely(String word, Collection<String> words) {
        return to(word, words).filter(near -> distance(word, near) * 3 <= near.length());
    }

    /** How many characters have to be put in, taken away or replaced to make one of the other. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
