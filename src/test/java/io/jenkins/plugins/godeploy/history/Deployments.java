package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Deployments as tests need them. */
public final class Deployments {
    private Deployments() {}

    public static Deployment of(String service, String environment, String version, Result result, String... hosts) {
        return new Deployment(
                "id-" + version,
                Deployment.Kind.DEPLOY,
                service,
                environment,
                version,
                version + "-0123456789ab",
                "c0ffee",
                Instant.parse("2026-02-28T09:30:00Z"),
                result,
                null,
                Instant.parse("2026-03-01T12:00:00.123Z"),
                4200,
                "rollingUpdate",
                "alice",
                null,
                List.of(hosts).stream().map(host -> host(host, version)).toList());
    }

    public static Deployment of(String version) {
        return of("shop", "production", version, Result.SUCCEEDED, "web1");
    }

    public static HostResult host(String name, String version) {
        return new HostResult(
                name,
                "10.0.0.1",
                "linux/amd64",
                Result.SUCCEEDED,
                null,
                version + "-0123456789ab",
                Proof.EXACT,
                1000,
                35,
                Map.of(Phase.LOOK, 120L, Phase.SWITCH, 80L),
                true,
                null,
                List.of(),
                "ab".repeat(32));
    }

    /** A deployment in which every text is this one. */
    public static Deployment hostile(String text) {
        HostResult host = new HostResult(
                text,
                text,
                text,
                Result.FAILED,
                text,
                text,
                Proof.NONE,
                0,
                -1,
                Map.of(),
                false,
                text,
                List.of(text, text),
                text);
        return new Deployment(
                text,
                Deployment.Kind.ROLLBACK,
                text,
                text,
                text,
                text,
                text,
                null,
                Result.FAILED,
                text,
                Instant.EPOCH,
                0,
                text,
                text,
                text,
                List.of(host));
    }
}
