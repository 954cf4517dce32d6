package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What a Go program is compiled for, as {@code go tool dist list} names it.
 *
 * @param os GOOS, such as {@code linux}
 * @param arch GOARCH, such as {@code amd64}
 */
public record Target(String os, String arch) implements Serializable, Comparable<Target> {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]{1,32}");

    public Target {
        if (!WORD.matcher(os).matches() || !WORD.matcher(arch).matches()) {
            throw new BadInputException("'" + Printable.line(os + "/" + arch)
                    + "' is not a target; it is written GOOS/GOARCH, such as linux/amd64.");
        }
    }

    /** Reads {@code GOOS/GOARCH}. */
    public static Target parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new BadInputException(
                    "'" + Printable.line(text) + "' is not a target; it is written GOOS/GOARCH, such as linux/amd64.");
        }
        return new Target(text.substring(0, slash), text.substring(slash + 1));
    }

    /** What a program of this name is called on this target: with {@code .exe} on Windows. */
    public String program(String name) {
        return os.equals("windows") ? name + ".exe" : name;
    }

    @Override
    public int compareTo(Target other) {
        return Comparator.comparing(Target::os).thenComparing(Target::arch).compare(this, other);
    }

    @Override
    public String toString() {
        return os + "/" + arch;
    }
}
