package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.regex.Pattern;

/** The rules for names that become file names on hosts, unit arguments and words on pages. */
public final class Names {
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_~-]{0,127}");

    private Names() {}

    /**
     * A service or environment name: letters, digits, {@code . _ -}, beginning with a letter or digit, 63 characters at
     * most (the length of a DNS label).
     *
     * @throws BadInputException if it is not one
     */
    public static String service(String name) {
        return check("service name", name, SERVICE, "letters, digits, '.', '_' and '-', at most 63");
    }

    /** As {@link #service}, for the name of an environment. */
    public static String environment(String name) {
        return check("environment name", name, SERVICE, "letters, digits, '.', '_' and '-', at most 63");
    }

    /** As {@link #service}, for the file name of a program. */
    public static String binary(String name) {
        return check("binary name", name, SERVICE, "letters, digits, '.', '_' and '-', at most 63");
    }

    /**
     * A version: letters, digits, {@code . + _ ~ -}, beginning with a letter or digit, 128 characters at most. Semantic
     * versions and what {@code git describe} prints are versions.
     *
     * @throws BadInputException if it is not one
     */
    public static String version(String version) {
        return check("version", version, VERSION, "letters, digits, '.', '+', '_', '~' and '-', at most 128");
    }

    private static String check(String what, String value, Pattern pattern, String rule) {
        if (value == null || value.isEmpty()) {
            throw new BadInputException("The " + what + " is empty; it takes " + rule + ".");
        }
        if (!pattern.matcher(value).matches() || value.contains("..")) {
            throw new BadInputException("The " + what + " '" + Printable.line(value) + "' is not valid; it takes "
                    + rule + ", beginning with a letter or digit, and no '..'.");
        }
        return value;
    }
}
