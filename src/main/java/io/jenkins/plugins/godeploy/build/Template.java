package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with {@code {{ .Version }}} and the like in them; the names are GoReleaser's. */
final class Template {
    static final List<String> NAMES =
            List.of("Arch", "Binary", "Commit", "CommitDate", "CommitTimestamp", "Os", "ShortCommit", "Version");

    private static final Pattern ACTION = Pattern.compile("\\{\\{(.*?)(}}|$)", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("-?\\s*\\.([A-Za-z]+)\\s*-?");

    private Template() {}

    /**
     * Checks a text without values for it.
     *
     * @param what the text is, for the message
     * @throws BadInputException if it uses a name that is not known, or more of the template language than names
     */
    static void check(String what, String text) {
        ACTION.matcher(text).results().forEach(action -> name(what, action.group()));
    }

    /** The text with its names replaced by their values; all of {@link #NAMES} have one. */
    static String expand(String what, String text, Map<String, String> values) {
        return ACTION.matcher(text)
                .replaceAll(action -> Matcher.quoteReplacement(values.get(name(what, action.group()))));
    }

    private static String name(String what, String action) {
        String inside =
                action.endsWith("}}") ? action.substring(2, action.length() - 2).strip() : "";
        Matcher field = FIELD.matcher(inside);
        if (!field.matches()) {
            throw new BadInputException("The " + what + " hold '" + action.replaceAll("\\p{Cntrl}", "?")
                    + "', which is not a name in braces such as {{ .Version }}" + known());
        }
        String name = field.group(1);
        if (!NAMES.contains(name)) {
            String near = Nearest.likely(name, NAMES)
                    .map(other -> "; the nearest is ." + other)
                    .orElse("");
            throw new BadInputException("The " + what + " use ." + name + ", which is not a name" + near + known());
        }
        return name;
    }

    private static String known() {
        return " (known are ." + String.join(", .", NAMES) + ").";
    }
}
