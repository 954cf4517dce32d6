package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.ArchiveFormat;
import io.jenkins.plugins.godeploy.release.FilePaths;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules that the parameters of a build are held to before anything starts. */
final class BuildRules {
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Nd}_.]{1,128}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> TARGET_VARIABLES = Set.of("GOOS", "GOARCH");

    private BuildRules() {}

    /** A package of this module or an import path; nothing that go could take for an option, a pattern or a file. */
    static void main(String main) {
        boolean escapes = main.startsWith("/") || List.of(main.split("/")).contains("..");
        if (main.startsWith("-") || escapes || hasControl(main) || main.contains("...") || main.endsWith(".go")) {
            throw new BadInputException("The main package '" + oneLine(main)
                    + "' is not one package below the workspace; write its folder, such as ./cmd/shop.");
        }
    }

    static void ldflags(String ldflags) {
        if (ldflags.indexOf('\0') >= 0) {
            throw new BadInputException("The ldflags hold a NUL character; they take text alone.");
        }
        Template.check("ldflags", ldflags);
    }

    static void tag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw new BadInputException(
                    "The build tag '" + oneLine(tag) + "' is not valid; it takes letters, digits, '_' and '.'.");
        }
    }

    /** Complaints never show the value, which may be a secret. */
    static void variable(String name, String value) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new BadInputException("The environment variable '" + oneLine(name)
                    + "' is not valid; a name takes letters, digits and '_' and does not begin with a digit.");
        }
        if (TARGET_VARIABLES.contains(name)) {
            throw new BadInputException("The environment variable " + name
                    + " is set for each target; name targets instead, such as linux/arm64.");
        }
        if (value == null || value.indexOf('\0') >= 0) {
            throw new BadInputException(
                    "The environment variable " + name + " has no value, or one with a NUL character; give it a text.");
        }
    }

    static void file(String file) {
        FilePaths.check("The extra file", file.startsWith("./") ? file.substring(2) : file);
    }

    static void archive(String archive, List<String> files) {
        if (ArchiveFormat.of(archive) == ArchiveFormat.BINARY && !files.isEmpty()) {
            throw new BadInputException(
                    "The archive format 'binary' holds the program alone; use tar.gz or zip to ship extra files.");
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 80 ? line : line.substring(0, 77) + "...";
    }
}
