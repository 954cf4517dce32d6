package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFile;
import io.jenkins.plugins.godeploy.release.Source;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a real store with deployments that lie some hours back. */
final class Records {
    static final String DIGEST = "-0123456789ab";

    private final Instant now;
    private final HistoryStore store;
    private final ReleaseStore releases;
    private int build;

    Records(Path file, Instant now) {
        this.now = now;
        store = new HistoryStore(file, HistoryStore.RECORDS);
        releases = ReleaseStore.beside(file);
    }

    /** A good deployment of three hosts. */
    HistoryRecord good(int hoursAgo, String service, String environment, String version) throws IOException {
        return add(hoursAgo, Deployment.Kind.DEPLOY, service, environment, version, version, Result.SUCCEEDED);
    }

    /** One that put back what served. */
    HistoryRecord returned(int hoursAgo, String service, String environment, String version, String before)
            throws IOException {
        return add(hoursAgo, Deployment.Kind.DEPLOY, service, environment, version, before, Result.RETURNED);
    }

    HistoryRecord rolledBack(int hoursAgo, String service, String environment, String version) throws IOException {
        return add(hoursAgo, Deployment.Kind.ROLLBACK, service, environment, version, version, Result.SUCCEEDED);
    }

    HistoryRecord refused(int hoursAgo, String service, String environment, String version) throws IOException {
        return add(hoursAgo, Deployment.Kind.DEPLOY, service, environment, version, null, Result.REFUSED);
    }

    /** Only the first of its hosts serves it. */
    HistoryRecord partial(int hoursAgo, String service, String environment, String version, String before)
            throws IOException {
        List<HostResult> hosts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            hosts.add(host("web" + i, i == 1 ? Result.SUCCEEDED : Result.RETURNED, i == 1 ? version : before));
        }
        return add(deployment(hoursAgo, Deployment.Kind.DEPLOY, service, environment, version, Result.PARTIAL, hosts));
    }

    HistoryRecord add(Deployment deployment) throws IOException {
        build++;
        return store.append(deployment, new RecordedBuild("key-" + deployment.service(), "shop/main", build));
    }

    /** Keeps what is known of a release, and returns its ID. */
    String release(String service, String version, Map<String, String> modules, Commit... commits) throws IOException {
        Release release = new Release(
                service,
                version,
                new Source(commits[0].hash(), commits[0].date(), "main", false, List.of(commits)),
                "go1.22.1",
                "example.org/" + service,
                modules,
                List.of(new Artifact(
                        service + ".tar.gz",
                        new Target("linux", "amd64"),
                        "tar.gz",
                        11,
                        "0".repeat(64),
                        service,
                        List.of(new ReleaseFile(service, "0755", 11, "0".repeat(64))))));
        releases.keep(release);
        return release.id();
    }

    Deployment deployment(
            int hoursAgo,
            Deployment.Kind kind,
            String service,
            String environment,
            String version,
            Result result,
            List<HostResult> hosts) {
        Instant at = now.minus(Duration.ofHours(hoursAgo));
        return new Deployment(
                "id-" + hoursAgo + service,
                kind,
                service,
                environment,
                version,
                id(version),
                "c0ffee" + "0".repeat(34),
                at.minus(Duration.ofHours(5)),
                result,
                result == Result.SUCCEEDED ? null : "The health check on web3 answered 503.",
                at,
                42_000,
                "rollingUpdate",
                "alice",
                null,
                hosts);
    }

    static HostResult host(String name, Result result, String serves) {
        boolean bad = result == Result.RETURNED || result == Result.FAILED;
        return new HostResult(
                name,
                "10.0.0.1:22",
                "linux/amd64",
                result,
                null,
                serves == null ? null : id(serves),
                Proof.EXACT,
                61_000,
                300,
                Map.of(Phase.LOOK, 120L, Phase.SEND, 900L, Phase.SWITCH, 400L, Phase.PROVE, 2100L),
                true,
                bad ? "http://localhost:8080/healthz answered 503." : null,
                bad ? List.of("starting", "no database") : List.of(),
                "ab".repeat(32));
    }

    private HistoryRecord add(
            int hoursAgo,
            Deployment.Kind kind,
            String service,
            String environment,
            String version,
            String serves,
            Result result)
            throws IOException {
        List<HostResult> hosts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            hosts.add(host("web" + i, result, serves));
        }
        return add(deployment(hoursAgo, kind, service, environment, version, result, hosts));
    }

    /** Of a version; what is an ID already stays one. */
    static String id(String version) {
        return version.matches(".*-[0-9a-f]{12}") ? version : version + DIGEST;
    }
}
