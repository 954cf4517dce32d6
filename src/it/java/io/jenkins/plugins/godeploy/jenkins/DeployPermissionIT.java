package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Computer;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.HudsonPrivateSecurityRealm;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackBuilder;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackStep;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployPermissions;
import io.jenkins.plugins.godeploy.jenkins.record.DeploymentAction;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;

/** Who may deploy and roll back. Alice may deploy in the job shop, rob may roll back, bob may only build. */
public class DeployPermissionIT {
    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MockAuthorizationStrategy rights = new MockAuthorizationStrategy();
    private Doorbell host;
    /** Of builds that were admitted. */
    private int rings;

    private String hostKey;
    private WorkflowJob shop;

    @Before
    public void prepare() throws Exception {
        host = Doorbell.deaf();
        hostKey = DeployKey.add(folder.getRoot().toPath());
        shop = jenkins.createProject(WorkflowJob.class, "shop");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        for (String user : new String[] {"alice", "rob", "bob"}) {
            rights.grant(Jenkins.READ, Item.READ, Item.BUILD, Computer.BUILD)
                    .everywhere()
                    .to(user);
        }
        grant(DeployPermissions.DEPLOY, shop, "alice");
        grant(DeployPermissions.ROLLBACK, shop, "rob");
        jenkins.jenkins.setAuthorizationStrategy(rights);
    }

    @After
    public void close() throws Exception {
        host.close();
    }

    private void grant(Permission permission, Item item, String user) {
        rights.grant(permission).onItems(item).to(user);
    }

    @Test
    public void thePermissionsHaveAGroupOfTheirOwn() {
        PermissionGroup group = PermissionGroup.get(DeployPermissions.class);

        assertEquals("Go Deploy", group.getId());
        assertEquals(List.of(DeployPermissions.DEPLOY, DeployPermissions.ROLLBACK), group.getPermissions());
        assertEquals(
                DeployPermissions.DEPLOY,
                Permission.fromId("io.jenkins.plugins.godeploy.jenkins.permission.DeployPermissions.Deploy"));
    }

    @Test
    public void whoMayOnlyBuildMayNotDeploy() throws Exception {
        assertRefused(
                "bob lacks the permission Go Deploy/Deploy on the job shop; an administrator can grant it in Manage"
                        + " Jenkins, Security, or in the configuration of the job or its folder.",
                run(shop, goDeploy(), by("bob")));
    }

    @Test
    public void aPlanNeedsThePermissionAsWell() throws Exception {
        assertRefused(
                "bob lacks the permission Go Deploy/Deploy on the job shop",
                run(shop, goDeploy() + ", dryRun: true", by("bob")));
    }

    @Test
    public void rollingBackIsAnotherPermission() throws Exception {
        assertRefused(
                "alice lacks the permission Go Deploy/Rollback on the job shop", run(shop, goRollback(), by("alice")));
        assertAdmitted(run(shop, goRollback(), by("rob")));
    }

    @Test
    public void thePermissionCountsWhereTheBuildIs() throws Exception {
        WorkflowJob other = jenkins.createProject(WorkflowJob.class, "other");

        assertRefused(
                "rob lacks the permission Go Deploy/Rollback on the job other", run(other, goRollback(), by("rob")));
    }

    @Test
    public void aFreestyleBuildIsHeldToItToo() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject("by-form");
        GoRollbackStep step = new GoRollbackStep();
        step.setService("shop");
        step.setHosts(List.of(host.address()));
        step.setCredentialsId(DeployKey.ID);
        step.setKnownHosts(knownHosts());
        project.getBuildersList().add(new GoRollbackBuilder(step));
        grant(DeployPermissions.ROLLBACK, project, "rob");

        assertRefused(
                "bob lacks the permission Go Deploy/Rollback on the job by-form",
                project.scheduleBuild2(0, new Cause.UserIdCause("bob")).get());
        assertAdmitted(project.scheduleBuild2(0, new Cause.UserIdCause("rob")).get());
    }

    @Test
    public void aBuildThatNobodyStartedMayUseHostsThatItsOwnJobNames() throws Exception {
        assertAdmitted(run(shop, goRollback()));
    }

    @Test
    public void whoStartedTheUpstreamBuildCounts() throws Exception {
        Run<?, ?> byBob = run(jenkins.createProject(WorkflowJob.class, "by-bob"), "echo 'built'", by("bob"));
        Run<?, ?> byRob = run(jenkins.createProject(WorkflowJob.class, "by-rob"), "echo 'built'", by("rob"));

        assertRefused(
                "bob lacks the permission Go Deploy/Rollback on the job shop",
                run(shop, goRollback(), new Cause.UpstreamCause(byBob)));
        assertAdmitted(run(shop, goRollback(), new Cause.UpstreamCause(byRob)));
    }

    @Test
    public void whoRebuildsABuildHasNotTheRightsOfWhoStartedItFirst() throws Exception {
        Run<?, ?> byRob = run(jenkins.createProject(WorkflowJob.class, "by-rob"), "echo 'built'", by("rob"));

        assertRefused(
                "bob lacks the permission Go Deploy/Rollback on the job shop",
                run(shop, goRollback(), new Cause.UpstreamCause(byRob), by("bob")));
    }

    @Test
    public void aUserWhoIsGoneHasNoRight() throws Exception {
        rights.grant(DeployPermissions.ROLLBACK).everywhere().toAuthenticated();
        assertAdmitted(run(shop, goRollback(), by("bob")));

        jenkins.jenkins.setSecurityRealm(new HudsonPrivateSecurityRealm(false, false, null));
        assertRefused(
                "bob lacks the permission Go Deploy/Rollback on the job shop", run(shop, goRollback(), by("bob")));
    }

    @Test
    public void whatTheBuildRunsAsCountsMoreThanWhoStartedIt() throws Exception {
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .add(new MockQueueItemAuthenticator()
                        .authenticate("shop", User.getById("bob", true).impersonate2()));

        assertRefused(
                "bob lacks the permission Go Deploy/Rollback on the job shop", run(shop, goRollback(), by("rob")));
    }

    @Test
    public void aBuildThatRunsAsSomebodyNeedsNobodyToStartIt() throws Exception {
        rights.grant(CredentialsProvider.USE_ITEM).everywhere().to("rob");
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .add(new MockQueueItemAuthenticator()
                        .authenticate("shop", User.getById("rob", true).impersonate2()));

        assertAdmitted(run(shop, goRollback()));
    }

    private String goDeploy() {
        return "goDeploy " + where();
    }

    private String goRollback() {
        return "goRollback " + where();
    }

    private String where() {
        return "service: 'shop', hosts: ['" + host.address() + "'], credentialsId: '" + DeployKey.ID
                + "', knownHosts: '" + knownHosts() + "'";
    }

    private String knownHosts() {
        return "[127.0.0.1]:" + host.port() + " " + hostKey;
    }

    private static Cause by(String user) {
        return new Cause.UserIdCause(user);
    }

    private static Run<?, ?> run(WorkflowJob job, String step, Cause... causes) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node { " + step + " }", true));
        return job.scheduleBuild2(0, new CauseAction(causes)).get();
    }

    /** One sentence, and nobody touched a host. */
    private void assertRefused(String sentence, Run<?, ?> run) throws Exception {
        jenkins.assertBuildStatus(Result.FAILURE, run);
        jenkins.assertLogContains("ERROR: " + sentence, run);
        assertEquals(rings, host.rings());
        assertNull(run.getAction(DeploymentAction.class));
    }

    /** It came as far as the host. */
    private void assertAdmitted(Run<?, ?> run) throws Exception {
        jenkins.assertLogNotContains("lacks the permission", run);
        assertTrue(run.getLog(1000).toString(), host.rings() > rings);
        rings = host.rings();
        assertTrue(run.getAction(DeploymentAction.class) != null);
    }
}
