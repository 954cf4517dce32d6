package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import hudson.model.Run;
import hudson.plugins.git.GitSCM;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;

/** The branch of a release that was built in a job that is not for one branch: the one that the git plugin checked out. */
public class CheckedOutBranchIT {
    private static final String OTHER =
            "takes only releases of branches that match 'main', and this one is of 'feature'";
    private static final String UNKNOWN = "and the branch of this one is unknown";

    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Doorbell host;
    private Path repository;

    @Before
    public void prepare() throws Exception {
        host = Doorbell.deaf();
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
        repository = folder.getRoot().toPath().resolve("shop");
        Command.run(Machine.project().resolve("src/demo/make-shop-repo").toString(), repository.toString());
        git("checkout", "-q", "-B", "main");
        git("checkout", "-q", "-B", "feature");
        git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-q", "--allow-empty", "-m", "feature");
        ManagedEnvironment production = new ManagedEnvironment("production");
        production.setHosts(List.of(host.address()));
        production.setHostKeys("[127.0.0.1]:" + host.port() + " "
                + DeployKey.add(folder.getRoot().toPath()));
        production.setCredentialsId(DeployKey.ID);
        production.setAutomatic(true);
        production.setBranches("main");
        GoDeployConfiguration.get().setEnvironments(List.of(production));
    }

    @After
    public void close() throws Exception {
        host.close();
    }

    @Test
    public void itIsTheOneThatWasBuilt() throws Exception {
        Run<?, ?> main = deployAfter(checkout("*/main"));
        jenkins.assertLogNotContains("takes only releases", main);
        assertTrue(host.rings() > 0);

        jenkins.assertLogContains(OTHER, deployAfter(checkout("*/feature")));
    }

    @Test
    public void whatThePipelineMakesOfTheWorkspaceCountsForNothing() throws Exception {
        String renamed = checkout("*/feature") + "; sh 'git checkout -q -B main'; env.BRANCH_NAME = 'main'";
        jenkins.assertLogContains(OTHER, deployAfter(renamed));

        String moved = checkout("*/main") + "; sh 'git checkout -q origin/feature'";
        jenkins.assertLogContains(UNKNOWN, deployAfter(moved));
    }

    @Test
    public void aCheckoutThatTheGitPluginDidNotMakeIsUnknown() throws Exception {
        jenkins.assertLogContains(
                UNKNOWN, deployAfter("sh 'git clone -q -b main " + repository + " . && git checkout -q main'"));
    }

    private String checkout(String branch) {
        return "checkout([$class: 'GitSCM', branches: [[name: '" + branch + "']], userRemoteConfigs: [[url: '"
                + repository.toUri() + "']]])";
    }

    private Run<?, ?> deployAfter(String steps) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "node { " + steps + "; goBuild main: './cmd/shop', targets: ['linux/amd64'], version: '1.0.0'\n"
                        + "goDeploy environment: 'production' }",
                true));
        return jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));
    }

    private void git(String... arguments) {
        ProcessBuilder git = new ProcessBuilder(new ArrayList<>(List.of("git", "-C", repository.toString())));
        git.command().addAll(List.of(arguments));
        Command.run(git);
    }
}
