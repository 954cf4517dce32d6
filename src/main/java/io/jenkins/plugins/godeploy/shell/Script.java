package io.jenkins.plugins.godeploy.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Puts a shell script together from values and parts that lie as resources beside a class. */
public final class Script {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Class<?> beside;
    private final StringBuilder text = new StringBuilder();

    public Script(Class<?> beside) {
        this.beside = beside;
    }

    /** Sets a shell variable to exactly this value; null stands for the empty string. */
    public Script set(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " is not a variable of our scripts");
        }
        text.append(name)
                .append('=')
                .append(Shell.quote(value == null ? "" : value))
                .append('\n');
        return this;
    }

    /** As {@link #set(String, String)}. */
    public Script set(String name, long value) {
        return set(name, Long.toString(value));
    }

    /** Appends a resource, without its comment lines and its indentation. */
    public Script part(String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource + " beside " + beside);
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> text.append(line).append('\n'));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script so far. */
    public String text() {
        return text.toString();
    }
}
