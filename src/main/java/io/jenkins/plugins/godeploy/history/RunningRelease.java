package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.host.Proof;
import java.time.Instant;

/**
 * What a host serves, as far as the history knows.
 *
 * @param host its name
 * @param release ID of the release; null if nothing serves, or it is not known what
 * @param proof how strongly that was proved last
 * @param by the record of the deployment that brought it there
 */
public record RunningRelease(String host, String release, Proof proof, HistoryRecord by) {
    public String service() {
        return by.deployment().service();
    }

    public String environment() {
        return by.deployment().environment();
    }

    /** When the deployment ended that brought it there. */
    public Instant since() {
        return by.deployment().startedAt().plusMillis(by.deployment().durationMillis());
    }
}
