package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.build.Nearest;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class NearestWord {
    private NearestWord() {}

    /** The candidate with the fewest edits from the word; empty if none is near enough to be a slip of the hand. */
    static Optional<String> of(String word, Collection<String> candidates) {
        if (word.length() > 100) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(candidate -> edits(word, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
    }

    private static int edits(String left, String right) {
        return Nearest.distance(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
    }
}
