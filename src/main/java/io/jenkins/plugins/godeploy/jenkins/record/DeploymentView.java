package io.jenkins.plugins.godeploy.jenkins.record;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import java.util.Date;
import java.util.List;

/** A deployment as a page shows it. */
public final class DeploymentView {
    private final HistoryRecord kept;

    DeploymentView(HistoryRecord kept) {
        this.kept = kept;
    }

    private Deployment deployment() {
        return kept.deployment();
    }

    public long getNumber() {
        return kept.number();
    }

    public boolean isRollback() {
        return deployment().kind() == Deployment.Kind.ROLLBACK;
    }

    public String getService() {
        return deployment().service();
    }

    public String getEnvironment() {
        return deployment().environment();
    }

    /** Null if it was not found out. */
    public String getVersion() {
        return deployment().version();
    }

    public String getRelease() {
        return deployment().release();
    }

    public ResultView getResult() {
        return new ResultView(deployment().result());
    }

    public String getMessage() {
        return deployment().message();
    }

    public String getActor() {
        return deployment().actor();
    }

    public Date getStartedAt() {
        return Date.from(deployment().startedAt());
    }

    public String getDuration() {
        return Quantities.duration(deployment().durationMillis());
    }

    public String getBytesSent() {
        return Quantities.bytes(deployment().bytesSent());
    }

    /** How many hosts serve the release that was to serve. */
    public long getGoodHosts() {
        return getHosts().stream().filter(host -> host.getResult().isGood()).count();
    }

    public List<HostView> getHosts() {
        return deployment().hosts().stream().map(HostView::new).toList();
    }
}
