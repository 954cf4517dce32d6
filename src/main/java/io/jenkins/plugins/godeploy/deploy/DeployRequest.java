package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.release.Release;
import java.nio.file.Path;

/**
 * What is asked of a {@link Deployer}.
 *
 * @param id unique; the same again when an interrupted deployment is taken up
 * @param service name of the service
 * @param environment where to
 * @param release what to deploy; null for a rollback
 * @param dist folder with the release's artifacts; null for a rollback
 * @param to for a rollback: an ID, a unique prefix of one, or a version; null for the last good release before the
 *     current one, or for a deployment
 * @param actor who asks for it; null if unknown
 * @param url of the build that does it; null on the command line
 */
public record DeployRequest(
        String id,
        String service,
        Environment environment,
        Release release,
        Path dist,
        String to,
        String actor,
        String url) {
    public static DeployRequest deploy(
            String id, String service, Environment environment, Release release, Path dist, String actor, String url) {
        return new DeployRequest(id, service, environment, release, dist, null, actor, url);
    }

    public static DeployRequest rollback(
            String id, String service, Environment environment, String to, String actor, String url) {
        return new DeployRequest(id, service, environment, null, null, to, actor, url);
    }

    /** A rollback has no canary: it goes where the hosts have been, and it is in a hurry. */
    Strategy strategy() {
        Strategy strategy = environment.strategy();
        return release == null && strategy instanceof Strategy.Canary canary ? canary.rest() : strategy;
    }

    Deployment.Kind kind() {
        return release == null ? Deployment.Kind.ROLLBACK : Deployment.Kind.DEPLOY;
    }
}
