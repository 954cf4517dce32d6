package io.jenkins.plugins.godeploy.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackBuilder;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackStep;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployPermissions;
import io.jenkins.plugins.godeploy.jenkins.record.DeploymentAction;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Deployments that are in each other's way go one by one. The host is one that takes a connection and says nothing. */
public class DeploymentTurnsIT {
    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Doorbell host;
    private String hostKey;

    @Before
    public void prepare() throws Exception {
        host = Doorbell.silent();
        hostKey = DeployKey.add(folder.getRoot().toPath());
        jenkins.jenkins.setNumExecutors(4);
    }

    @After
    public void close() throws Exception {
        host.close();
    }

    @Test
    public void theLaterOneWaitsSaysForWhomAndGoesOnWhateverTheResult() throws Exception {
        WorkflowRun first = start("first");
        host.awaitRings(1);

        WorkflowRun second = start("second");
        jenkins.waitForMessage(
                "Waits for first #1, which rolls shop back on the same hosts since less than a minute.", second);
        assertThat(
                second.getExecution().getCurrentExecutions(true).get().get(0).getStatus(),
                containsString("Waits for first #1"));
        assertEquals(1, host.rings());

        host.hangUp();
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(first));
        host.awaitRings(2);
        host.hangUp();
        jenkins.waitForCompletion(second);
        assertEquals(
                1, second.getAction(DeploymentAction.class).getDeployments().size());
    }

    @Test
    public void oneThatIsStoppedWhileItWaitsTouchesNothing() throws Exception {
        start("first");
        host.awaitRings(1);
        WorkflowRun second = start("second");
        jenkins.waitForMessage("Waits for first #1", second);
        WorkflowRun third = start("third");
        jenkins.waitForMessage("Waits for first #1", third);

        second.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(second));
        assertNull(second.getAction(DeploymentAction.class));
        assertEquals(1, host.rings());
        host.hangUp();
        host.awaitRings(2);
        host.hangUp();
        jenkins.waitForCompletion(third);
    }

    @Test
    public void aFreestyleBuildWaitsAsWell() throws Exception {
        WorkflowRun first = start("first");
        host.awaitRings(1);
        FreeStyleProject project = jenkins.createFreeStyleProject("by-form");
        GoRollbackStep step = new GoRollbackStep();
        step.setService("shop");
        step.setHosts(List.of(host.address()));
        step.setCredentialsId(DeployKey.ID);
        step.setKnownHosts(knownHosts());
        project.getBuildersList().add(new GoRollbackBuilder(step));

        FreeStyleBuild second = project.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Waits for first #1", second);

        host.hangUp();
        jenkins.waitForCompletion(first);
        host.awaitRings(2);
        host.hangUp();
        jenkins.waitForCompletion(second);
    }

    @Test
    public void aJobIsNotNamedToWhomItIsHidden() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        WorkflowJob shown = jenkins.createProject(WorkflowJob.class, "shown");
        MockAuthorizationStrategy rights = new MockAuthorizationStrategy();
        rights.grant(Jenkins.READ).everywhere().to("bob");
        rights.grant(Item.READ, DeployPermissions.ROLLBACK).onItems(shown).to("bob");
        jenkins.jenkins.setAuthorizationStrategy(rights);
        WorkflowRun first = start("hidden");
        host.awaitRings(1);

        WorkflowRun second = start(shown, new Cause.UserIdCause("bob"));

        jenkins.waitForMessage(
                "Waits for another job, which rolls something back on the same hosts since less than a minute.",
                second);
        jenkins.assertLogNotContains("hidden", second);
        host.hangUp();
        jenkins.waitForCompletion(first);
        host.awaitRings(2);
        host.hangUp();
        jenkins.waitForCompletion(second);
    }

    private WorkflowRun start(String name) throws Exception {
        return start(jenkins.createProject(WorkflowJob.class, name));
    }

    private WorkflowRun start(WorkflowJob job, Cause... causes) throws Exception {
        job.setDefinition(new CpsFlowDefinition(
                "node { goRollback service: 'shop', hosts: ['" + host.address() + "'], credentialsId: '" + DeployKey.ID
                        + "', knownHosts: '" + knownHosts() + "' }",
                true));
        return job.scheduleBuild2(0, new CauseAction(causes)).waitForStart();
    }

    private String knownHosts() {
        return "[127.0.0.1]:" + host.port() + " " + hostKey;
    }
}
