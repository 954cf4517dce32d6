package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Plan;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.PlanJson;
import io.jenkins.plugins.godeploy.jenkins.build.BuiltReleases;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.jenkins.environment.EnvironmentResolver;
import io.jenkins.plugins.godeploy.jenkins.record.Recorder;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;
import java.util.LinkedHashMap;

/** A deployment or rollback in a build: what the steps and the freestyle builders do. */
final class DeploymentTask {
    private final String id;
    private final Run<?, ?> run;
    private final FilePath workspace;
    private final TaskListener log;

    /** @param id of the deployment; the same again when it is taken up after a restart */
    DeploymentTask(String id, Run<?, ?> run, FilePath workspace, TaskListener log) {
        this.id = id;
        this.run = run;
        this.workspace = workspace;
        this.log = log;
    }

    /**
     * Deploys, or says what would be done.
     *
     * @return the deployment or the plan as plain maps and lists
     * @throws AbortException in one sentence, after the record is written
     * @throws InterruptedException if it was stopped, after the record is written
     */
    LinkedHashMap<String, Object> deploy(DeployParameters parameters) throws IOException, InterruptedException {
        BuiltReleases releases = BuiltReleases.of(run);
        try (Destination destination =
                new EnvironmentResolver(run, workspace).resolve(parameters, releases.onlyService())) {
            Release release = releases.choose(destination.service(), parameters.getRelease());
            BranchRule.check(destination.environment(), run, release);
            try (ReleaseFiles files = ReleaseFiles.provide(run, workspace, release)) {
                Order order = order(destination, release, files.path(), null);
                if (!parameters.isDryRun()) {
                    return carryOut(order, parameters.isPropagate());
                }
                Plan plan = work(order).run(id, new PlanCall(order, log)).value();
                PlanLines.of(plan).forEach(log.getLogger()::println);
                return PlanJson.toMap(plan);
            }
        } catch (BadInputException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Rolls back; as {@link #deploy}. */
    LinkedHashMap<String, Object> rollback(RollbackParameters parameters) throws IOException, InterruptedException {
        try (Destination destination = new EnvironmentResolver(run, workspace)
                .resolve(parameters, BuiltReleases.of(run).onlyService())) {
            BranchRule.check(destination.environment(), run, null);
            return carryOut(order(destination, null, null, parameters.getTo()), parameters.isPropagate());
        } catch (BadInputException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private Order order(Destination destination, Release release, String dist, String to) {
        return new Order(id, destination, release, dist, to, BuildFacts.actor(run), BuildFacts.url(run));
    }

    private AgentWork work(Order order) {
        return new AgentWork(
                workspace.getChannel(), log, StopGrace.of(order.destination().environment()));
    }

    private LinkedHashMap<String, Object> carryOut(Order order, boolean propagate)
            throws IOException, InterruptedException {
        UnknownEnd unknown = new UnknownEnd(order);
        AgentWork.Answer<Deployment> answer;
        try {
            answer = work(order).run(id, new DeployCall(order, log));
        } catch (AgentLostException e) {
            Recorder.record(run, unknown.toDeployment(e.getMessage()));
            throw new AbortException(e.getMessage());
        } catch (InterruptedException e) {
            Recorder.record(run, unknown.toDeployment(e.getMessage()));
            throw e;
        }
        Deployment deployment = answer.value();
        HistoryRecord kept = Recorder.record(run, deployment);
        if (answer.interrupted()) {
            log.getLogger().println(deployment.message());
            throw new InterruptedException(deployment.message());
        }
        if (propagate && deployment.result() != Result.SUCCEEDED) {
            throw new AbortException(deployment.message());
        }
        return DeploymentJson.toMap(kept);
    }
}
