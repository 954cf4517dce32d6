package io.jenkins.plugins.godeploy.jenkins.environment;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.jenkins.credential.SshKeyParcel;
import java.io.Serializable;

/**
 * Where a build deploys to, ready to be reached. To be closed, which overwrites the key.
 *
 * @param service name of the service
 * @param environment its hosts and how they are treated
 * @param hostKeys lines in known_hosts format
 * @param hostKeysSource what messages call them
 * @param key the private key
 */
public record Destination(
        String service, Environment environment, String hostKeys, String hostKeysSource, SshKeyParcel key)
        implements AutoCloseable, Serializable {
    @Override
    public void close() {
        key.close();
    }
}
