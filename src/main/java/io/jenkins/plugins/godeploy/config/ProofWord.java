package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.Proof;
import java.util.Locale;
import java.util.stream.Stream;

/** A proof as it is written: {@code exact}, {@code started} or {@code none}. */
public final class ProofWord {
    private ProofWord() {}

    /** @throws BadInputException if there is no such proof */
    public static Proof parse(String word) {
        return Stream.of(Proof.values())
                .filter(proof -> proof.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "There is no proof '" + Printable.shortened(word) + "'; there are exact, started and none."));
    }
}
