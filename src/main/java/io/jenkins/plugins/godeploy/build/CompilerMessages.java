package io.jenkins.plugins.godeploy.build;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the Go tools print. */
final class CompilerMessages {
    /** {@code ./main.go:5:2: undefined: x}, and the same of {@code go.mod}; the column is not always there. */
    private static final Pattern PLACE = Pattern.compile(
            "^\\s*(?:vet: )?(\\S[^:\\n]*\\.(?:go|mod|s|c|h):\\d+(?::\\d+)?: .*\\S)\\s*$", Pattern.MULTILINE);

    private CompilerMessages() {}

    /** The first message that names a file and a line. */
    static Optional<String> first(String output) {
        return PLACE.matcher(output).results().map(result -> result.group(1)).findFirst();
    }

    /** The last line that says something. */
    static String last(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("it printed nothing");
    }
}
