package io.jenkins.plugins.godeploy.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.FilePath;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** An administrator's environment wins, and its key, out of reach of jobs, opens its hosts by its rules alone. */
public class ManagedEnvironmentIT {
    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    private DumbSlave agent;
    private WorkflowJob job;
    private ManagedEnvironment environment;

    @Before
    public void prepare() throws Exception {
        fleet.resetAll();
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.SYSTEM,
                        "system-key",
                        fleet.user(),
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(fleet.identityFile())),
                        null,
                        null));
        agent = jenkins.createOnlineSlave();
        job = jenkins.createProject(WorkflowJob.class, "shop");
        FilePath workspace = agent.getWorkspaceFor(job);
        workspace.getParent().mkdirs();
        Command.run(new ProcessBuilder(
                Machine.project().resolve("src/demo/make-shop-repo").toString(), workspace.getRemote()));
        Command.run(new ProcessBuilder("git", "-C", workspace.getRemote(), "checkout", "-q", "v1.0.0"));
        environment = new ManagedEnvironment("production");
        environment.setHosts(
                List.of("h1=" + fleet.host(1).address() + ":" + fleet.host(1).port()));
        environment.setCredentialsId("system-key");
        environment.setHostKeys(Files.readString(fleet.knownHosts()));
        environment.setAutomatic(true);
    }

    @Test
    public void itsKeyOpensItsHostsAndNoJobReachesTheKey() throws Exception {
        WorkflowRun run = jenkins.assertBuildStatusSuccess(deploy("goDeploy environment: 'production'"));

        jenkins.assertLogContains("[h1] prove: ", run);
        WorkflowRun inline = deploy("goDeploy hosts: ['" + fleet.host(1).address() + "'], credentialsId: 'system-key',"
                + " knownHosts: 'known_hosts'");
        jenkins.assertLogContains("ERROR: There is no credential 'system-key' that this job may use", inline);
    }

    @Test
    public void whatTheRepositoryOrTheStepSaysDoesNotCount() throws Exception {
        agent.getWorkspaceFor(job)
                .child("godeploy.yaml")
                .write(
                        "service: shop\nenvironments:\n  production:\n    ssh: {user: root, credentialsId: mine,"
                                + " knownHosts: mine}\n    hosts: [127.0.0.99]\n",
                        "UTF-8");
        WorkflowRun run = jenkins.assertBuildStatusSuccess(deploy("goDeploy environment: 'production'"));
        jenkins.assertLogNotContains("127.0.0.99", run);

        jenkins.assertLogContains(
                "ERROR: Environment production is an administrator's, in Jenkins itself, and takes no hosts, keep",
                deploy("goDeploy environment: 'production', hosts: ['127.0.0.99'], keep: 9"));
        environment.setService("blog");
        jenkins.assertLogContains(
                "ERROR: Environment production is an administrator's, in Jenkins itself, and for blog alone",
                deploy("goDeploy environment: 'production'"));
    }

    @Test
    public void anotherJobOrNodeIsRefusedAndNothingIsTouched() throws Exception {
        environment.setJobs(List.of("team-a/*"));
        jenkins.assertLogContains(
                "ERROR: The job shop is none of those that may deploy to environment production",
                deploy("goDeploy environment: 'production'"));

        environment.setJobs(null);
        environment.setAgentLabel("deployer");
        jenkins.assertLogContains(
                "ERROR: Environment production is deployed to by agents with the label deployer alone",
                deploy("goDeploy environment: 'production'"));
        assertEquals("", fleet.exec(fleet.host(1), "ls", "-A", "/opt/shop"));
    }

    @Test
    public void theFirstHostKeyIsRememberedAndAnotherIsRefused() throws Exception {
        environment.setHostKeys(null);
        environment.setAcceptFirstHostKey(true);
        jenkins.assertBuildStatusSuccess(deploy("goDeploy environment: 'production'"));
        Path remembered = jenkins.jenkins.getRootDir().toPath().resolve("go-deploy/host-keys/production.known_hosts");
        String key = Files.readString(fleet.knownHosts())
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" ")[2];
        assertThat(Files.readString(remembered), containsString(key));

        String other = key.substring(0, key.length() - 4) + "AAAA";
        Files.writeString(remembered, Files.readString(remembered).replace(key, other));
        jenkins.assertLogContains(
                "presents another key than the one in line 2 of " + remembered,
                deploy("goDeploy environment: 'production'"));
    }

    private WorkflowRun deploy(String step) throws Exception {
        GoDeployConfiguration.get().setEnvironments(List.of(environment));
        job.setDefinition(new CpsFlowDefinition(
                "node('" + agent.getNodeName() + "') {\n" + "goBuild main: './cmd/shop', targets: ['linux/amd64']\n"
                        + step + "\n}",
                true));
        return job.scheduleBuild2(0).get();
    }
}
