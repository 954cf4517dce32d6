package io.jenkins.plugins.godeploy.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which host is in which state after a deployment that could not put all of them back. */
final class Standing {
    private Standing() {}

    /** One sentence a host that failed, and one on all others. */
    static String of(List<HostRun> runs) {
        List<String> sentences = new ArrayList<>();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (HostRun run : runs) {
            HostResult host = run.result();
            switch (host.result()) {
                case FAILED -> sentences.add(host.message());
                case RETURNED ->
                    group(groups, host.serves() == null ? "stopped again" : "back on " + host.serves(), host);
                default ->
                    group(
                            groups,
                            host.serves() == null ? "as before, with nothing deployed" : "still on " + host.serves(),
                            host);
            }
        }
        if (!groups.isEmpty()) {
            List<String> others = new ArrayList<>();
            groups.forEach((state, names) ->
                    others.add(String.join(", ", names) + (names.size() == 1 ? " is " : " are ") + state));
            sentences.add("The others: " + String.join("; ", others) + ".");
        }
        return String.join(" ", sentences);
    }

    private static void group(Map<String, List<String>> groups, String state, HostResult host) {
        groups.computeIfAbsent(state, s -> new ArrayList<>()).add(host.host());
    }
}
