package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.SshOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a phase's script tells: lines of a key, a tab and a value; a key may come more than once. */
final class Report {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final String stderr;
    private final int status;

    Report(SshOutput output) {
        status = output.status();
        stderr = output.stderr().strip();
        output.stdout().lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                values.computeIfAbsent(line.substring(0, tab), k -> new ArrayList<>())
                        .add(line.substring(tab + 1).strip());
            }
        });
    }

    /** The last value of a key; empty if it was not told. */
    String get(String key) {
        List<String> all = values.get(key);
        return all == null ? "" : all.get(all.size() - 1);
    }

    /** The last value of a key; null if it was not told or is empty. */
    String orNull(String key) {
        String value = get(key);
        return value.isEmpty() ? null : value;
    }

    /** All values of a key, in their order. */
    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    boolean is(String key, String value) {
        return get(key).equals(value);
    }

    /** A number; the given one if it was not told. */
    long number(String key, long otherwise) {
        String value = get(key);
        return value.matches("-?[0-9]{1,18}") ? Long.parseLong(value) : otherwise;
    }

    /** Whether the script came to its end. */
    boolean succeeded() {
        return status == 0 && !values.containsKey("refused");
    }

    /** Why it did not: its own code, or {@code broken} where the script itself failed. */
    String refusal() {
        return values.containsKey("refused") ? get("refused") : "broken";
    }

    /** The last line of standard error, for messages. */
    String said() {
        return stderr.lines().reduce((a, b) -> b).orElse("exit status " + status);
    }
}
