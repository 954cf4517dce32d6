package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules for paths inside a release. Every one becomes a file below a release's folder on a host. */
public final class FilePaths {
    /** What a release's folder on a host holds beside its files, so that none of them may have such a name. */
    private static final Set<String> RESERVED = Set.of(ReleaseJson.FILE_NAME, Sha256Sums.FILE_NAME);

    private FilePaths() {}

    /**
     * What is wrong with a path: it must be relative, with {@code /} as separator, and have no control character,
     * backslash, empty part, {@code .} or {@code ..}.
     *
     * @return the rule it breaks, as words that follow "must"; empty if it is a good path
     */
    public static Optional<String> problem(String path) {
        if (path.isEmpty() || path.length() > 1024) {
            return Optional.of("have 1 to 1024 characters");
        }
        if (path.chars().anyMatch(Character::isISOControl) || path.indexOf('\\') >= 0) {
            return Optional.of("have no control character and no backslash");
        }
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            return Optional.of("be relative");
        }
        List<String> parts = List.of(path.split("/", -1));
        if (parts.contains("") || parts.contains(".") || parts.contains("..")) {
            return Optional.of("have no empty part, no '.' and no '..'");
        }
        String first = parts.get(0);
        return RESERVED.contains(first)
                ? Optional.of("not begin with '" + first + "', which every release has of its own")
                : Optional.empty();
    }

    /**
     * What is wrong with paths that are to lie in one folder: none may come twice, and none may be the folder of
     * another.
     *
     * @return a clause, such as {@code 'a' comes twice}; empty if they go together
     */
    public static Optional<String> conflict(Collection<String> paths) {
        TreeSet<String> seen = new TreeSet<>();
        for (String path : paths) {
            if (!seen.add(path)) {
                return Optional.of("'" + path + "' comes twice");
            }
        }
        return seen.stream()
                .filter(path -> Optional.ofNullable(seen.ceiling(path + "/"))
                        .filter(next -> next.startsWith(path + "/"))
                        .isPresent())
                .findFirst()
                .map(path -> "'" + path + "' is both a file and a folder");
    }

    /**
     * The path itself.
     *
     * @param what whose path it is, for the message
     * @throws BadInputException if it is not a good path
     */
    public static String check(String what, String path) {
        problem(path).ifPresent(rule -> {
            throw new BadInputException(what + " '" + Printable.line(path) + "' must " + rule + ".");
        });
        return path;
    }
}
