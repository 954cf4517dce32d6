package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryFilter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a request to the API asks for, by its parameters; docs/http-api.md explains them. */
final class ApiQuery {
    private static final int LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1000;

    /** The parts of the answer. */
    enum Part {
        DEPLOYMENTS,
        RUNNING,
        ENVIRONMENTS
    }

    private final UnaryOperator<String> parameters;

    /** @param parameters gives null for one that is not there */
    ApiQuery(UnaryOperator<String> parameters) {
        this.parameters = parameters;
    }

    String service() {
        return text("service");
    }

    String environment() {
        return text("environment");
    }

    /** @throws BadInputException as all of these do, if a value cannot be read */
    HistoryFilter filter() {
        return new HistoryFilter(service(), environment(), result(), since());
    }

    private Result result() {
        String word = text("result");
        if (word == null) {
            return null;
        }
        return Arrays.stream(Result.values())
                .filter(each -> DeploymentJson.word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInputException("result is none of " + words(Result.values()) + "."));
    }

    private Instant since() {
        String time = text("since");
        try {
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new BadInputException("since is not a time; it takes one such as 2026-03-01T12:00:00Z.", e);
        }
    }

    int limit() {
        return (int) number("limit", LIMIT, HIGHEST_LIMIT);
    }

    /** The number before which the page begins. */
    long before() {
        return number("cursor", Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private long number(String name, long otherwise, long highest) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        long number = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
        if (number < 1 || number > highest) {
            throw new BadInputException(
                    highest == Long.MAX_VALUE
                            ? name + " is not one; it takes what next was in the answer before."
                            : name + " is not one; it takes a number from 1 to " + highest + ".");
        }
        return number;
    }

    Set<Part> parts() {
        String include = text("include");
        Set<Part> parts = EnumSet.allOf(Part.class);
        if (include != null) {
            Set<String> words = Set.of(include.split(","));
            parts.removeIf(part -> !words.contains(DeploymentJson.word(part)));
            if (parts.size() != words.size()) {
                throw new BadInputException("include names another part than " + words(Part.values())
                        + "; it takes some of them with commas between.");
            }
        }
        return parts;
    }

    /** As in Jenkins' own API: {@code ?pretty} or {@code ?pretty=true}. */
    boolean pretty() {
        String pretty = parameters.apply("pretty");
        return pretty != null && !pretty.toLowerCase(Locale.ROOT).equals("false");
    }

    private String text(String name) {
        String value = parameters.apply(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static String words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(DeploymentJson::word).collect(Collectors.joining(", "));
    }
}
