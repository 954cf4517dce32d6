package io.jenkins.plugins.godeploy.jenkins.permission;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.regex.Pattern;

/**
 * Names jobs: the full name of a job, or of a folder or multibranch project for all that is in it, such as {@code shop} or
 * {@code teams/web-*}. A {@code *} stands for any characters but {@code /}, and {@code **} for any.
 */
public final class JobPattern {
    private static final Pattern RULE = Pattern.compile("[^/\\p{Cntrl}]+(/[^/\\p{Cntrl}]+)*");
    private static final int LENGTH = 1000;

    private final Pattern pattern;

    /** @throws BadInputException if it is no full name */
    public JobPattern(String text) {
        if (text.length() > LENGTH || !RULE.matcher(text).matches()) {
            throw new BadInputException("'" + text.replaceAll("\\p{Cntrl}", "?")
                    + "' names no job; it takes the full name of a job or folder, such as shop or teams/*/shop.");
        }
        StringBuilder regex = new StringBuilder();
        String[] parts = text.split("(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)");
        for (String part : parts) {
            regex.append(part.startsWith("**") ? ".*" : part.equals("*") ? "[^/]*" : Pattern.quote(part));
        }
        pattern = Pattern.compile(regex + "(/.*)?", Pattern.DOTALL);
    }

    /** Whether it names this job. */
    public boolean matches(String fullName) {
        return pattern.matcher(fullName).matches();
    }
}
