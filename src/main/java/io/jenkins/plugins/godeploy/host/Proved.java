package io.jenkins.plugins.godeploy.host;

/**
 * What <em>prove</em> found.
 *
 * @param proof the strength that was reached
 * @param failure why it is not the release that runs; null if it is
 */
public record Proved(Proof proof, String failure) {
    /**
     * @param provedBefore whether the running process was proved by an earlier deployment, and counts as started
     *     although this one did not start it
     */
    static Proved of(Report report, String release, Running since, boolean provedBefore) {
        Running now = Running.of(report);
        if (!now.active()) {
            return new Proved(Proof.NONE, "the service is not active any more");
        }
        if (!report.is("current", release)) {
            return new Proved(Proof.NONE, "current names " + report.get("current") + " and not " + release);
        }
        if (since != null && !now.sameAs(since)) {
            return new Proved(Proof.NONE, "the service was restarted after the switch");
        }
        if (report.is("exe", "other")) {
            return new Proved(Proof.NONE, "process " + now.pid() + " runs another program than the release's");
        }
        if (!report.is("files", "yes")) {
            return new Proved(Proof.NONE, "the files under current are not those of the release");
        }
        if (report.is("exe", "same")) {
            return new Proved(Proof.EXACT, null);
        }
        boolean started = since != null ? since.fresh() : provedBefore;
        return new Proved(started && report.is("through", "yes") ? Proof.STARTED : Proof.NONE, null);
    }
}
