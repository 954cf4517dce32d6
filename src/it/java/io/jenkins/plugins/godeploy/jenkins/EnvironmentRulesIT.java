package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.record.DeploymentAction;
import java.util.List;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.TestExtension;

/** What an administrator's environment asks of a build. */
public class EnvironmentRulesIT {
    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Doorbell host;
    private ManagedEnvironment production;
    private WorkflowJob shop;

    @Before
    public void prepare() throws Exception {
        host = Doorbell.deaf();
        production = new ManagedEnvironment("production");
        production.setHosts(List.of(host.address()));
        production.setHostKeys("[127.0.0.1]:" + host.port() + " "
                + DeployKey.add(folder.getRoot().toPath()));
        production.setCredentialsId(DeployKey.ID);
        shop = jenkins.createProject(WorkflowJob.class, "shop");
    }

    @After
    public void close() throws Exception {
        host.close();
    }

    @Test
    public void aBuildThatNobodyStartedIsRefused() throws Exception {
        assertRefused(
                "Nobody started this build, and environment production takes only what somebody started; start the build"
                        + " by hand, or let an administrator allow automatic deployments there.",
                rollback(shop));
        assertAdmitted(rollback(shop, new Cause.UserIdCause("alice")));
    }

    @Test
    public void anEnvironmentThatNobodyDefinesIsRefused() throws Exception {
        GoDeployConfiguration.get().setEnvironments(List.of(production));

        assertRefused(
                "There is no environment 'staging': neither in Jenkins, nor in a godeploy.yaml, which the workspace does"
                        + " not have; correct the name, or check out the repository first.",
                run(shop, "node { goRollback environment: 'staging', service: 'shop' }"));
    }

    @Test
    public void anEnvironmentMayTakeAutomaticDeployments() throws Exception {
        production.setAutomatic(true);

        assertAdmitted(rollback(shop));
    }

    @Test
    public void anotherJobIsRefused() throws Exception {
        production.setAutomatic(true);
        production.setJobs(List.of("teams/shop"));
        MockFolder teams = jenkins.createFolder("teams");
        WorkflowJob named = teams.createProject(WorkflowJob.class, "shop");

        assertRefused(
                "The job shop is none of those that may deploy to environment production; an administrator can add it to"
                        + " the jobs of that environment.",
                rollback(shop));
        assertAdmitted(rollback(named));
    }

    @Test
    public void anotherAgentIsRefused() throws Exception {
        production.setAutomatic(true);
        production.setAgentLabel("deployer && linux");
        DumbSlave plain = jenkins.createOnlineSlave();
        DumbSlave deployer = jenkins.createSlave("deploys", "deployer linux", null);
        jenkins.waitOnline(deployer);

        assertRefused(
                "Environment production is deployed to by agents with the label deployer && linux alone, and this build"
                        + " runs on " + plain.getNodeName()
                        + "; let the deployment run on an agent with that label.",
                rollbackOn(plain.getNodeName(), shop));
        assertAdmitted(rollbackOn("deploys", shop));
    }

    @Test
    public void aJobOfAnotherBranchIsRefused() throws Exception {
        production.setAutomatic(true);
        production.setBranches("main");

        assertRefused(
                "Environment production takes only releases of branches that match 'main', and this one is of 'feature';"
                        + " deploy one of those.",
                rollback(jenkins.createProject(WorkflowJob.class, "branch-feature")));
        assertAdmitted(rollback(jenkins.createProject(WorkflowJob.class, "branch-main")));
    }

    @Test
    public void aChangeRequestIsTakenOnlyByName() throws Exception {
        production.setAutomatic(true);
        WorkflowJob request = jenkins.createProject(WorkflowJob.class, "request-PR-12");

        production.setBranches(".*");
        assertRefused("Environment production takes only releases of branches that match '.*'", rollback(request));

        production.setBranches("main|PR-.*");
        assertAdmitted(rollback(request));
    }

    @Test
    public void theMainBranchOfAForkIsNotThatOfTheRepository() throws Exception {
        production.setAutomatic(true);
        production.setBranches("main");

        assertRefused(
                "Environment production takes only releases of branches that match 'main', and this one is of"
                        + " 'mallory/main'; deploy one of those.",
                rollback(jenkins.createProject(WorkflowJob.class, "fork-main")));
    }

    private Run<?, ?> rollback(WorkflowJob job, Cause... causes) throws Exception {
        return rollbackOn("built-in", job, causes);
    }

    private Run<?, ?> rollbackOn(String node, WorkflowJob job, Cause... causes) throws Exception {
        GoDeployConfiguration.get().setEnvironments(List.of(production));
        return run(job, "node('" + node + "') { goRollback environment: 'production', service: 'shop' }", causes);
    }

    private static Run<?, ?> run(WorkflowJob job, String script, Cause... causes) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0, new CauseAction(causes)).get();
    }

    /** One sentence, and nobody touched a host. */
    private void assertRefused(String sentence, Run<?, ?> run) throws Exception {
        jenkins.assertBuildStatus(Result.FAILURE, run);
        jenkins.assertLogContains("ERROR: " + sentence, run);
        assertEquals(0, host.rings());
        assertNull(run.getAction(DeploymentAction.class));
    }

    /** It came as far as the host. */
    private void assertAdmitted(Run<?, ?> run) throws Exception {
        assertTrue(run.getLog(1000).toString(), host.rings() > 0);
        assertTrue(run.getAction(DeploymentAction.class) != null);
    }

    /** Tells the branch of the jobs above as a branch source would. */
    @TestExtension
    public static final class Heads extends SCMHead.HeadByItem {
        @Override
        public SCMHead getHead(Item item) {
            String[] name = item.getName().split("-", 2);
            return switch (name[0]) {
                case "branch" -> new SCMHead(name[1]);
                case "request" -> new Request(name[1]);
                case "fork" -> new OfFork(name[1]);
                default -> null;
            };
        }
    }

    /** As a pull request. */
    static final class Request extends SCMHead implements ChangeRequestSCMHead {
        private static final long serialVersionUID = 1L;

        Request(String name) {
            super(name);
        }

        @Override
        public String getId() {
            return getName();
        }

        @Override
        public SCMHead getTarget() {
            return new SCMHead("main");
        }
    }

    /** As a branch that somebody else's repository has. */
    static final class OfFork extends SCMHead {
        private static final long serialVersionUID = 1L;

        OfFork(String name) {
            super(name);
        }

        @Override
        public SCMHeadOrigin getOrigin() {
            return new SCMHeadOrigin.Fork("mallory");
        }
    }
}
