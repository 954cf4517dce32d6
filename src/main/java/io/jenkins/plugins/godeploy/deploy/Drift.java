package io.jenkins.plugins.godeploy.deploy;

import java.io.Serializable;
import java.util.List;

/**
 * How far a host is from what was deployed there.
 *
 * @param host its name
 * @param serves ID of the release that {@code current} names; null for none or unknown
 * @param findings one sentence each; empty for a host that is as it should be
 */
public record Drift(String host, String serves, List<String> findings) implements Serializable {
    public Drift {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }
}
