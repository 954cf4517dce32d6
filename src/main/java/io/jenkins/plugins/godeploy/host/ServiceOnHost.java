package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.shell.Script;
import java.time.Duration;

/**
 * What is deployed and by whom, as every script is told.
 *
 * @param path absolute path of the service's folder
 * @param manager what starts the service
 * @param deployment ID of the deployment
 * @param actor who deploys; null if unknown
 * @param url of the build that deploys; null for none
 * @param lease how long a host stays locked, and an armed watcher waits, after the deployment was last heard of
 */
public record ServiceOnHost(
        String path, ServiceManager manager, String deployment, String actor, String url, Duration lease) {
    /** A minute: longer than a connection needs to come back, short enough for a host with a bad release. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** For who only looks, and takes no lock. */
    public static ServiceOnHost toRead(String path, ServiceManager manager) {
        return new ServiceOnHost(path, manager, "look", null, null, LEASE);
    }

    Script values(Script script) {
        return script.set("path", path)
                .set("deployment", oneLine(deployment))
                .set("deployment_json", JsonText.of(deployment))
                .set("lease_seconds", lease.toSeconds())
                .set("owner", oneLine(actor))
                .set("url", oneLine(url))
                .set("owner_json", JsonText.of(actor))
                .set("url_json", JsonText.of(url));
    }

    /** The lock is a file of lines. */
    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
    }
}
