package io.jenkins.plugins.godeploy.shell;

/** Quotes values for a POSIX shell. It is the only place where this is done. */
public final class Shell {
    private Shell() {}

    /**
     * The value as one shell word that stands for exactly these characters.
     *
     * @throws IllegalArgumentException if the value holds a NUL, which no shell word can
     */
    public static String quote(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A value with a NUL character cannot be given to a shell.");
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
