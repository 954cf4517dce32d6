package io.jenkins.plugins.godeploy.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.FilePath;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.nio.file.Files;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code goVerify} in a Pipeline, on an agent, of a real host. */
public class GoVerifyStepIT {
    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    private DumbSlave agent;
    private WorkflowJob job;
    private String where;

    @Before
    public void deploy() throws Exception {
        fleet.resetAll();
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        "deploy-key",
                        fleet.user(),
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(fleet.identityFile())),
                        null,
                        null));
        agent = jenkins.createOnlineSlave();
        job = jenkins.createProject(WorkflowJob.class);
        FilePath workspace = agent.getWorkspaceFor(job);
        workspace.getParent().mkdirs();
        Command.run(new ProcessBuilder(
                Machine.project().resolve("src/demo/make-shop-repo").toString(), workspace.getRemote()));
        Command.run(new ProcessBuilder("git", "-C", workspace.getRemote(), "checkout", "-q", "v1.0.0"));
        workspace.child("known_hosts").write(Files.readString(fleet.knownHosts()), "UTF-8");
        where = "service: 'shop', hosts: ['" + fleet.host(1).address() + ":"
                + fleet.host(1).port() + "'], credentialsId: 'deploy-key', knownHosts: 'known_hosts'";
        jenkins.assertBuildStatusSuccess(
                run("goBuild main: './cmd/shop', targets: ['linux/amd64']\ngoDeploy " + where));
    }

    @Test
    public void aHostThatIsAsItWasLeftIsSilent() throws Exception {
        WorkflowRun run = jenkins.assertBuildStatusSuccess(run("def all = goVerify " + where
                + "\nassert all.size() == 1 && all[0].clean && all[0].serves.startsWith('1.0.0-')"));

        assertThat(run.getLog(), not(containsString(fleet.host(1).address() + ":")));
    }

    @Test
    public void aFindingIsALineAndFailsTheBuildUnlessItIsReturned() throws Exception {
        fleet.exec(fleet.host(1), "systemctl", "stop", "shop.service");

        WorkflowRun failed = jenkins.assertBuildStatus(Result.FAILURE, run("goVerify " + where));
        jenkins.assertLogContains(
                "ERROR: shop in inline is not as it was left: 1 finding on 1 of 1 host, a line each above.", failed);
        jenkins.assertLogContains(fleet.host(1).address() + ": the service is not active any more.\n", failed);

        jenkins.assertBuildStatusSuccess(
                run("def all = goVerify " + where + ", propagate: false\nassert all[0].findings.size() == 1"));
    }

    private WorkflowRun run(String steps) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node('" + agent.getNodeName() + "') {\n" + steps + "\n}", true));
        return job.scheduleBuild2(0).get();
    }
}
