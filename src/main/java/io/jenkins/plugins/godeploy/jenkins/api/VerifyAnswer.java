package io.jenkins.plugins.godeploy.jenkins.api;

import hudson.Util;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.history.DriftJson;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedNames;
import io.jenkins.plugins.godeploy.jenkins.deploy.Verification;
import io.jenkins.plugins.godeploy.jenkins.record.VisibleHistory;
import io.jenkins.plugins.godeploy.release.Names;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;

/** What {@code POST /go-deploy/verify} answers. */
final class VerifyAnswer {
    private static final Logger LOGGER = Logger.getLogger(VerifyAnswer.class.getName());

    private final String environment;
    private final String service;

    VerifyAnswer(String environment, String service) {
        this.environment = Util.fixEmptyAndTrim(environment);
        this.service = Util.fixEmptyAndTrim(service);
    }

    /** To those who may not, an environment that is there and one that is not are the same. */
    HttpResponse get() throws IOException, InterruptedException {
        if (environment == null || service == null) {
            return JsonAnswer.error(400, "It takes the parameters environment and service.");
        }
        ManagedEnvironment managed = find();
        if (managed == null || !new VerifyRule(VisibleHistory.get()).allows(managed, service)) {
            return JsonAnswer.error(
                    404,
                    "There is no environment of that name in Jenkins that you may verify for that service; it takes one"
                            + " that an administrator has defined, and the permission Go Deploy/Deploy on the job that"
                            + " deployed there last.");
        }
        LOGGER.log(Level.INFO, "{0} verifies {1} in {2}", new Object[] {
            Jenkins.getAuthentication2().getName(), service, environment
        });
        try {
            return JsonAnswer.ok(
                    Verification.of(managed, service).stream()
                            .map(DriftJson::toMap)
                            .toList(),
                    false);
        } catch (BadInputException e) {
            return JsonAnswer.error(409, e.getMessage());
        } catch (TimeoutException e) {
            return JsonAnswer.error(504, "The hosts have not answered in time; look at Jenkins' log, or try again.");
        }
    }

    private ManagedEnvironment find() {
        List<ManagedEnvironment> all = GoDeployConfiguration.get().getEnvironments();
        try {
            Names.service(service);
            return ManagedNames.isTaken(all, environment) ? ManagedNames.choose(all, environment, service) : null;
        } catch (BadInputException e) {
            return null; // what it says tells of other environments and services
        }
    }
}
