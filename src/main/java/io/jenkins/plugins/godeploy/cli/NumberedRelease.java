package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import java.io.IOException;
import java.util.regex.Pattern;

/** Turns the number of a deployment into the release that it brought. */
final class NumberedRelease {
    private static final Pattern NUMBER = Pattern.compile("#[0-9]{1,18}");

    private NumberedRelease() {}

    /**
     * The ID of the release for {@code #NUMBER}; any other text as it is, null included.
     *
     * @throws BadInputException if there is no such deployment, or it was of another service or environment
     */
    static String resolve(String text, HistoryStore store, String service, String environment) throws IOException {
        if (text == null || !NUMBER.matcher(text).matches()) {
            return text;
        }
        Deployment deployment = store.find(Long.parseLong(text.substring(1)))
                .orElseThrow(() ->
                        new BadInputException("There is no deployment " + text + "; go-deploy history lists them."))
                .deployment();
        if (!deployment.service().equals(service) || !deployment.environment().equals(environment)) {
            throw new BadInputException("Deployment " + text + " was of " + deployment.service() + " to "
                    + deployment.environment() + "; take one of " + service + " to " + environment + ".");
        }
        if (deployment.release() == null) {
            throw new BadInputException("Deployment " + text + " brought no release; take another.");
        }
        return deployment.release();
    }
}
