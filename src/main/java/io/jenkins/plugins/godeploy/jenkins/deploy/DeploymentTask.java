package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Plan;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.PlanJson;
import io.jenkins.plugins.godeploy.jenkins.branch.BranchRule;
import io.jenkins.plugins.godeploy.jenkins.branch.Branches;
import io.jenkins.plugins.godeploy.jenkins.build.BuiltReleases;
import io.jenkins.plugins.godeploy.jenkins.environment.Admission;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentParameters;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentResolver;
import io.jenkins.plugins.godeploy.jenkins.permission.AccessRules;
import io.jenkins.plugins.godeploy.jenkins.permission.AgentRule;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployAuthority;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployPermissions;
import io.jenkins.plugins.godeploy.jenkins.permission.RunsAs;
import io.jenkins.plugins.godeploy.jenkins.record.Recorder;
import io.jenkins.plugins.godeploy.jenkins.turn.Turn;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/** A deployment or rollback in a build: what the steps and the freestyle builders do. */
final class DeploymentTask {
    private final Turn turn;
    private final Run<?, ?> run;
    private final FilePath workspace;
    private final TaskListener log;
    private final Consumer<UnknownEnd> begun;
    private final DeployAuthority authority;

    /**
     * @param turn the deployment's; its ID is the same again when the deployment is taken up after a restart
     * @param runsAs what the build runs as
     * @param begun is told what to record should the result never arrive, before hosts are asked for anything; null when
     *     the result is recorded
     */
    DeploymentTask(
            Turn turn, Run<?, ?> run, FilePath workspace, TaskListener log, RunsAs runsAs, Consumer<UnknownEnd> begun) {
        this.turn = turn;
        this.run = run;
        this.workspace = workspace;
        this.log = log;
        this.begun = begun;
        this.authority = DeployAuthority.of(run, runsAs);
    }

    /**
     * Deploys, or says what would be done.
     *
     * @return the deployment or the plan as plain maps and lists
     * @throws AbortException in one sentence, after the record is written
     * @throws AgentLostException if the connection to the agent ended; nothing is recorded then
     * @throws InterruptedException if it was stopped, after the record is written if the result arrived
     */
    LinkedHashMap<String, Object> deploy(DeployParameters parameters) throws IOException, InterruptedException {
        try {
            authority.require(DeployPermissions.DEPLOY);
            ReleaseSource source = ReleaseSource.of(parameters.getRelease(), run, workspace, authority);
            Admission admission = (service, environment, rules) -> {
                admit(environment, rules);
                BranchRule.check(environment, source.choose(service).branch());
                if (!parameters.isDryRun()) {
                    turn.take(run, false, service, environment, isInline(parameters), authority, log.getLogger());
                }
            };
            try (Destination destination = resolve(parameters, source.onlyService(), admission)) {
                return deploy(parameters, destination, source.choose(destination.service()));
            }
        } catch (BadInputException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private LinkedHashMap<String, Object> deploy(
            DeployParameters parameters, Destination destination, ChosenRelease chosen)
            throws IOException, InterruptedException {
        try (ReleaseFiles files = ReleaseFiles.provide(chosen, workspace, turn.id(), log)) {
            Order order = order(destination, chosen.release(), files.path(), null);
            if (!parameters.isDryRun()) {
                Recorder.keep(chosen.release());
                return carryOut(order, parameters.isPropagate());
            }
            Plan plan = work(order).run(turn.id(), new PlanCall(order, log)).value();
            PlanLines.of(plan).forEach(log.getLogger()::println);
            return PlanJson.toMap(plan);
        }
    }

    /** Rolls back; as {@link #deploy}. */
    LinkedHashMap<String, Object> rollback(RollbackParameters parameters) throws IOException, InterruptedException {
        Admission admission = (service, environment, rules) -> {
            admit(environment, rules);
            BranchRule.checkRollback(environment, Branches.of(run.getParent()));
            turn.take(run, true, service, environment, isInline(parameters), authority, log.getLogger());
        };
        try {
            authority.require(DeployPermissions.ROLLBACK);
            String onlyService = BuiltReleases.of(run).onlyService();
            try (Destination destination = resolve(parameters, onlyService, admission)) {
                return carryOut(order(destination, null, null, parameters.getTo()), parameters.isPropagate());
            }
        } catch (BadInputException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private Destination resolve(EnvironmentParameters parameters, String onlyService, Admission admission)
            throws IOException, InterruptedException {
        return new EnvironmentResolver(run, workspace, admission).resolve(parameters, onlyService);
    }

    private void admit(Environment environment, AccessRules rules) {
        authority.requireAllowed(environment.name(), rules);
        AgentRule.require(environment.name(), rules, workspace);
    }

    private static boolean isInline(EnvironmentParameters parameters) {
        return parameters.getHosts() != null;
    }

    private Order order(Destination destination, Release release, String dist, String to) {
        return new Order(turn.id(), destination, release, dist, to, authority.actor(), BuildFacts.url(run));
    }

    private AgentWork work(Order order) {
        return new AgentWork(
                workspace.getChannel(), log, StopGrace.of(order.destination().environment()));
    }

    private LinkedHashMap<String, Object> carryOut(Order order, boolean propagate)
            throws IOException, InterruptedException {
        HistoryRecord kept = Recorder.find(run, turn.id());
        boolean interrupted = false;
        if (kept == null) {
            begun.accept(new UnknownEnd(order));
            AgentWork.Answer<Deployment> answer = work(order).run(turn.id(), new DeployCall(order, log));
            kept = Recorder.record(run, answer.value());
            interrupted = answer.interrupted();
        }
        begun.accept(null);
        Deployment deployment = kept.deployment();
        if (interrupted) {
            log.getLogger().println(deployment.message());
            throw new InterruptedException(deployment.message());
        }
        if (propagate && deployment.result() != Result.SUCCEEDED) {
            throw new AbortException(deployment.message());
        }
        return DeploymentJson.toMap(kept);
    }
}
