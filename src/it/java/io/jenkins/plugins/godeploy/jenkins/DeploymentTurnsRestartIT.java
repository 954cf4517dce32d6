package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;

import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.godeploy.jenkins.record.DeploymentAction;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsSessionRule;

/** Deployments that wait for their turn while Jenkins is restarted. */
public class DeploymentTurnsRestartIT {
    @Rule
    public final JenkinsSessionRule sessions = new JenkinsSessionRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whoHadItsTurnHasItAgainAndTheOthersFollowInTheirOrder() throws Throwable {
        try (Doorbell host = Doorbell.silent()) {
            sessions.then(jenkins -> {
                String hostKey = DeployKey.add(folder.getRoot().toPath());
                // Not the controller's own process, in which the first deployment would outlive the session.
                DumbSlave agent =
                        new DumbSlave("agent", folder.newFolder().getPath(), jenkins.createComputerLauncher(null));
                agent.setNumExecutors(3);
                jenkins.jenkins.addNode(agent);
                jenkins.waitOnline(agent);
                start(jenkins, "first", agent, host, hostKey);
                host.awaitRings(1);
                for (String job : List.of("second", "third")) {
                    WorkflowRun run = start(jenkins, job, agent, host, hostKey);
                    jenkins.waitForMessage("Waits for first #1", run);
                }
            });

            sessions.then(jenkins -> {
                WorkflowRun first = build(jenkins, "first");
                WorkflowRun second = build(jenkins, "second");
                WorkflowRun third = build(jenkins, "third");
                host.awaitRings(2);
                awaitStatus(second, "Waits for first #1, which rolls shop back");
                awaitStatus(third, "Waits for first #1, which rolls shop back");
                assertEquals(2, host.rings());

                host.hangUp();
                ends(jenkins, first);
                host.awaitRings(3);
                awaitStatus(third, "Waits for second #1, which rolls shop back");
                host.hangUp();
                ends(jenkins, second);
                host.awaitRings(4);
                host.hangUp();
                ends(jenkins, third);
                assertEquals(4, host.rings());
            });
        }
    }

    private static WorkflowRun start(JenkinsRule jenkins, String name, DumbSlave agent, Doorbell host, String hostKey)
            throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(
                "node('" + agent.getNodeName() + "') { goRollback service: 'shop', hosts: ['" + host.address()
                        + "'], credentialsId: '" + DeployKey.ID + "', knownHosts: '[127.0.0.1]:" + host.port() + " "
                        + hostKey + "' }",
                true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static WorkflowRun build(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class).getBuildByNumber(1);
    }

    /** Returns when the build's step says so of itself; the harness' time limit ends the waiting. */
    private static void awaitStatus(WorkflowRun run, String sentence) throws Exception {
        while (run.getExecution().getCurrentExecutions(true).get().stream()
                .noneMatch(step -> step.getStatusBounded(1, TimeUnit.SECONDS).contains(sentence))) {
            Thread.sleep(100);
        }
    }

    /** By the host that hung up, and with one record. */
    private static void ends(JenkinsRule jenkins, WorkflowRun run) throws Exception {
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        assertEquals(1, run.getAction(DeploymentAction.class).getDeployments().size());
    }
}
