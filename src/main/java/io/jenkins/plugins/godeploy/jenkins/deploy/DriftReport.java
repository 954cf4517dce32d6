package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.Drift;
import io.jenkins.plugins.godeploy.history.DriftJson;
import java.util.ArrayList;
import java.util.List;

/**
 * What a look at the hosts found, as a build tells it.
 *
 * @param drifts one a host
 */
record DriftReport(String service, String environment, List<Drift> drifts) {
    /** A line a finding, whatever a host has said; none of hosts that are as they were left. */
    List<String> lines() {
        return drifts.stream()
                .flatMap(drift -> drift.findings().stream())
                .map(finding -> finding.replaceAll("\\p{Cntrl}", "?"))
                .toList();
    }

    /** One sentence that counts the findings; null if there are none. */
    String failure() {
        int findings = lines().size();
        if (findings == 0) {
            return null;
        }
        long hosts = drifts.stream().filter(drift -> !drift.isClean()).count();
        return service + " in " + environment + " is not as it was left: "
                + findings + (findings == 1 ? " finding" : " findings") + " on " + hosts + " of " + drifts.size()
                + (drifts.size() == 1 ? " host" : " hosts") + ", a line each above.";
    }

    /** One a host, with the keys of {@link DriftJson}. */
    ArrayList<Object> toList() {
        ArrayList<Object> list = new ArrayList<>();
        drifts.forEach(drift -> list.add(DriftJson.toMap(drift)));
        return list;
    }
}
