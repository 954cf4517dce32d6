package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes back to a release that is on the hosts. */
@Command(name = "rollback", description = "Go back to a release that is on all hosts already; nothing is sent.")
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private EnvironmentOptions options;

    @Option(
            names = "--to",
            paramLabel = "RELEASE",
            description = "A version, an ID or the beginning of one, or a deployment's number such as #12."
                    + " Default: the last good release before the current one.")
    private String to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Project project = options.project().read();
        Environment environment = options.environment(project);
        String release = to != null && to.startsWith("#") ? byNumber(project, environment) : to;
        return new Work(options, environment, spec.commandLine().getOut())
                .run(DeployRequest.rollback(
                        DeploymentIds.next(), project.service(), environment, release, Work.actor(), null));
    }

    private String byNumber(Project project, Environment environment) throws IOException {
        if (!to.matches("#[0-9]{1,18}")) {
            throw new BadInputException("'" + Printable.line(to) + "' is not a deployment's number, such as #12.");
        }
        Deployment deployment = options.project()
                .history()
                .find(Long.parseLong(to.substring(1)))
                .map(HistoryRecord::deployment)
                .filter(found -> found.service().equals(project.service())
                        && found.environment().equals(environment.name())
                        && found.release() != null)
                .orElseThrow(() -> new BadInputException("The history has no deployment " + to + " of "
                        + project.service() + " in " + environment.name() + "; see go-deploy history."));
        return deployment.release();
    }
}
