package io.jenkins.plugins.godeploy.jenkins.environment;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.jenkins.permission.AccessRules;
import java.io.IOException;

/** Decides whether a build may have a destination, when it is known where that is and before its key is read. */
@FunctionalInterface
public interface Admission {
    /**
     * Returns when it may.
     *
     * @param service name of the service
     * @throws BadInputException if it may not
     */
    void admit(String service, Environment environment, AccessRules rules) throws IOException, InterruptedException;
}
