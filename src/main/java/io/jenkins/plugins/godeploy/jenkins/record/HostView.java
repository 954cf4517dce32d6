package io.jenkins.plugins.godeploy.jenkins.record;

import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.host.Proof;

/** What happened on one host, as a page shows it. */
public final class HostView {
    private final HostResult host;

    HostView(HostResult host) {
        this.host = host;
    }

    public String getName() {
        return host.host();
    }

    public String getAddress() {
        return host.address();
    }

    public String getPlatform() {
        return host.platform();
    }

    public ResultView getResult() {
        return new ResultView(host.result());
    }

    /** ID of the release; null for none or unknown. */
    public String getServes() {
        return host.serves();
    }

    public String getProof() {
        return switch (host.proof() == null ? Proof.NONE : host.proof()) {
            case NONE -> Messages.Proof_none();
            case STARTED -> Messages.Proof_started();
            case EXACT -> Messages.Proof_exact();
        };
    }

    public String getBytesSent() {
        return Quantities.bytes(host.bytesSent());
    }

    /** Null if nothing was restarted or it is not known. */
    public String getRestartGap() {
        return host.restartGapMillis() < 0 ? null : Quantities.duration(host.restartGapMillis());
    }

    public String getDuration() {
        return Quantities.duration(host.durationMillis().values().stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    /** The last lines of the service's log, after a failure; null for none. */
    public String getLog() {
        return host.log().isEmpty() ? null : String.join("\n", host.log());
    }
}
