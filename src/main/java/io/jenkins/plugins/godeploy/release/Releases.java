package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the release that a user means. */
public final class Releases {
    private static final int SHOWN = 10;

    private Releases() {}

    /**
     * What a release is named by.
     *
     * @param id see {@link Release#id}
     * @param version see {@link Release#version}
     */
    public record Candidate(String id, String version) {
        public static Candidate of(Release release) {
            return new Candidate(release.id(), release.version());
        }
    }

    /**
     * The one candidate that the text names: by its ID, else by its version, else by the beginning of its ID.
     *
     * @param candidates what there is, in the order in which a message should list it; the same ID may come twice
     * @param text what the user wrote
     * @throws BadInputException if it names none, or several; it lists them
     */
    public static Candidate find(Collection<Candidate> candidates, String text) {
        List<Predicate<Candidate>> ways = List.of(
                candidate -> candidate.id().equals(text),
                candidate -> candidate.version().equals(text),
                candidate -> !text.isEmpty() && candidate.id().startsWith(text));
        for (Predicate<Candidate> way : ways) {
            List<Candidate> found = candidates.stream().filter(way).distinct().toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.size() > 1) {
                throw new BadInputException("'" + Printable.line(text) + "' names several releases, " + list(found)
                        + "; write more of the ID of the one you mean.");
            }
        }
        throw new BadInputException("There is no release '" + Printable.line(text) + "'; "
                + (candidates.isEmpty() ? "there are none yet." : "there are " + list(candidates) + "."));
    }

    private static String list(Collection<Candidate> candidates) {
        List<String> ids = candidates.stream().map(Candidate::id).distinct().toList();
        String shown = ids.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return ids.size() <= SHOWN ? shown : shown + " and " + (ids.size() - SHOWN) + " more";
    }
}
