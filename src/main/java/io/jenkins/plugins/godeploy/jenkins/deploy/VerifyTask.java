package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.deploy.Drift;
import io.jenkins.plugins.godeploy.jenkins.build.BuiltReleases;
import io.jenkins.plugins.godeploy.jenkins.environment.Admission;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentParameters;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentResolver;
import io.jenkins.plugins.godeploy.jenkins.permission.AgentRule;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployAuthority;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployPermissions;
import io.jenkins.plugins.godeploy.jenkins.permission.RunsAs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A look at the hosts in a build. It takes no turn, since nothing is deployed, and asks for no branch. */
final class VerifyTask {
    private final Run<?, ?> run;
    private final FilePath workspace;
    private final TaskListener log;
    private final DeployAuthority authority;

    /** @param runsAs what the build runs as */
    VerifyTask(Run<?, ?> run, FilePath workspace, TaskListener log, RunsAs runsAs) {
        this.run = run;
        this.workspace = workspace;
        this.log = log;
        this.authority = DeployAuthority.of(run, runsAs);
    }

    /**
     * Looks at all hosts; each finding is a line of the log.
     *
     * @return one a host, as plain maps and lists
     * @throws AbortException in one sentence
     */
    ArrayList<Object> verify(EnvironmentParameters parameters) throws IOException, InterruptedException {
        Admission admission = (service, environment, rules) -> {
            authority.requireAllowed(environment.name(), rules);
            AgentRule.require(environment.name(), rules, workspace);
        };
        try {
            authority.require(DeployPermissions.DEPLOY);
            EnvironmentResolver resolver = EnvironmentResolver.toLook(run, workspace, admission);
            try (Destination destination =
                    resolver.resolve(parameters, BuiltReleases.of(run).onlyService())) {
                return report(destination, look(destination, resolver), parameters.isPropagate());
            }
        } catch (BadInputException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private List<Drift> look(Destination destination, EnvironmentResolver resolver)
            throws IOException, InterruptedException {
        String service = destination.service();
        String environment = destination.environment().name();
        LastKnown known = resolver.isManaged(environment)
                ? LastKnown.of(service, environment)
                : LastKnown.of(service, environment, run.getParent());
        try {
            return Verification.of(destination, known, workspace.getChannel());
        } catch (TimeoutException e) {
            throw new AbortException("The hosts have not answered within " + Verification.MINUTES
                    + " minutes, and nothing was changed there; look at how the agent reaches them, and run it again.");
        }
    }

    private ArrayList<Object> report(Destination destination, List<Drift> drifts, boolean propagate)
            throws AbortException {
        DriftReport report =
                new DriftReport(destination.service(), destination.environment().name(), drifts);
        report.lines().forEach(log.getLogger()::println);
        if (propagate && report.failure() != null) {
            throw new AbortException(report.failure());
        }
        return report.toList();
    }
}
