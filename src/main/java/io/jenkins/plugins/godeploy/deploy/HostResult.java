package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What happened on one host and what it serves now.
 *
 * @param host its name
 * @param address where it was reached
 * @param platform GOOS/GOARCH; null if it was not reached
 * @param result how it ended
 * @param before ID of the release that served before; null for none
 * @param serves ID of the release that serves now; null for none or unknown
 * @param proof how strongly that was proved
 * @param bytesSent over SSH as payload
 * @param restartGapMillis how long no process ran during the restart; -1 if unknown or nothing was restarted
 * @param durationMillis of each phase that was entered
 * @param confirmed whether the switch was guarded by a watcher on the host
 * @param message one sentence on what went wrong; null if nothing did
 * @param log the last lines of the service's log after a failure; empty else
 * @param journalHead SHA-256 of the journal's last line, 64 hex digits; null if unknown
 */
public record HostResult(
        String host,
        String address,
        String platform,
        Result result,
        String before,
        String serves,
        Proof proof,
        long bytesSent,
        long restartGapMillis,
        Map<Phase, Long> durationMillis,
        boolean confirmed,
        String message,
        List<String> log,
        String journalHead)
        implements Serializable {}
