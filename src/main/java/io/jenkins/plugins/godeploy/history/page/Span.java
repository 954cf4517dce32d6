package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.BadInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The time that a page looks back over.
 *
 * @param until its end, exclusive
 * @param days how long it is
 */
public record Span(Instant until, int days) {
    /** The lengths that can be chosen, in days. */
    public static final List<Integer> CHOICES = List.of(7, 30, 90, 365);

    /** If nothing else is said. */
    public static final int USUAL = 30;

    /**
     * As it is asked for.
     *
     * @param days null for the usual length
     * @throws BadInputException if it is none that can be chosen
     */
    public static Span of(Instant until, String days) {
        if (days == null) {
            return new Span(until, USUAL);
        }
        return CHOICES.stream()
                .filter(choice -> choice.toString().equals(days))
                .findFirst()
                .map(choice -> new Span(until, choice))
                .orElseThrow(() -> new BadInputException("days is none of " + CHOICES + "."));
    }

    Instant from() {
        return until.minus(Duration.ofDays(days));
    }

    /** The time of the same length before it. */
    Span before() {
        return new Span(from(), days);
    }
}
