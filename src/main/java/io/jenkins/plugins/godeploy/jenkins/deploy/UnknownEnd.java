package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.Run;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.jenkins.record.Recorder;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is recorded of a deployment whose result never arrives. It is kept with the build while the deployment runs, so
 * that it can still be recorded after a restart; hence no key, and plain fields alone.
 */
final class UnknownEnd implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String UNKNOWN =
            "It is not known what this host serves; it returns to the release before by itself if its switch was not"
                    + " confirmed.";

    private final String id;
    private final boolean rollback;
    private final String service;
    private final String environment;
    private final String version;
    private final String release;
    private final String commit;
    private final Instant commitDate;
    private final String actor;
    private final String url;
    private final Instant start = Instant.now();
    /** Name and address of each. */
    private final ArrayList<String[]> hosts = new ArrayList<>();

    UnknownEnd(Order order) {
        Release deployed = order.release();
        boolean known = deployed != null && deployed.source() != null;
        Environment to = order.destination().environment();
        id = order.id();
        rollback = deployed == null;
        service = order.destination().service();
        environment = to.name();
        version = rollback ? null : deployed.version();
        release = rollback ? null : deployed.id();
        commit = known ? deployed.source().commit() : null;
        commitDate = known ? deployed.source().commitDate() : null;
        actor = order.actor();
        url = order.url();
        to.hosts().forEach(host -> hosts.add(new String[] {host.name(), host.address() + ":" + host.port()}));
    }

    /** @param begun null where nothing was asked of the hosts, or its end is known; nothing is recorded then */
    static void record(UnknownEnd begun, Run<?, ?> run, Exception why) throws IOException {
        if (begun != null) {
            Recorder.record(run, begun.toDeployment(why.getMessage()));
        }
    }

    private Deployment toDeployment(String message) {
        return new Deployment(
                id,
                rollback ? Deployment.Kind.ROLLBACK : Deployment.Kind.DEPLOY,
                service,
                environment,
                version,
                release,
                commit,
                commitDate,
                Result.FAILED,
                message == null ? "It was interrupted before its result arrived." : message,
                start,
                Duration.between(start, Instant.now()).toMillis(),
                null,
                actor,
                url,
                hosts.stream().map(host -> unknown(host[0], host[1])).toList());
    }

    private static HostResult unknown(String name, String address) {
        return new HostResult(
                name,
                address,
                null,
                Result.FAILED,
                null,
                null,
                Proof.NONE,
                0,
                -1,
                Map.of(),
                false,
                UNKNOWN,
                List.of(),
                null);
    }
}
