package io.jenkins.plugins.godeploy.jenkins.build;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Environment variables written as {@code NAME=value}. */
final class EnvLines {
    private EnvLines() {}

    static Map<String, String> parse(List<String> lines) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (lines != null) {
            for (String line : lines) {
                check(line);
                int equals = line.indexOf('=');
                variables.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return variables;
    }

    /** @throws BadInputException if it is none; the value is not quoted, since it may be a secret */
    static void check(String line) {
        if (!line.matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
            throw new BadInputException("In env, '" + line.replaceAll("(?s)=.*", "=...")
                    + "' is not a variable; it is written NAME=value, such as GOFLAGS=-mod=vendor.");
        }
    }
}
