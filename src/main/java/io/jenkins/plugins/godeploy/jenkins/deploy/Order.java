package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.File;
import java.io.Serializable;

/**
 * What an agent is asked to do.
 *
 * @param id of the deployment; the same again when it is taken up after a restart
 * @param destination where to
 * @param release what to deploy; null for a rollback
 * @param dist path on the agent of the folder with the release's artifacts; null for a rollback
 * @param to where a rollback goes; null for the last good release before the current one, and for a deployment
 * @param actor who asks for it; null if unknown
 * @param url of the build
 */
record Order(String id, Destination destination, Release release, String dist, String to, String actor, String url)
        implements Serializable {
    DeployRequest toRequest() {
        return release == null
                ? DeployRequest.rollback(id, destination.service(), destination.environment(), to, actor, url)
                : DeployRequest.deploy(
                        id,
                        destination.service(),
                        destination.environment(),
                        release,
                        new File(dist).toPath(),
                        actor,
                        url);
    }
}
