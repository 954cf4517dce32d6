package io.jenkins.plugins.godeploy.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.FilePath;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code goDeploy} in a Pipeline, on an agent, to a real host. */
public class GoDeployStepIT {
    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    private DumbSlave agent;
    private WorkflowJob job;
    private String privateKey;

    @Before
    public void prepare() throws Exception {
        privateKey = Files.readString(fleet.identityFile());
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        "deploy-key",
                        fleet.user(),
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(privateKey),
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
    }

    @Test
    public void theBuildsPageListsEachHost() throws Exception {
        WorkflowRun run = jenkins.assertBuildStatusSuccess(deploy("deploy-key"));

        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            String page = browser.getPage(run, "deployments").asNormalizedText();
            assertThat(page, containsString("shop 1.0.0 to inline: succeeded"));
            assertThat(page, containsString(fleet.host(1).address()));
        }
    }

    @Test
    public void thePrivateKeyIsInNoFileOfTheControllerOrTheAgent() throws Exception {
        jenkins.assertBuildStatusSuccess(deploy("deploy-key"));

        String line = privateKey.lines().skip(2).findFirst().orElseThrow();
        assertEquals(List.of(), filesWith(line, jenkins.jenkins.getRootDir().toPath()));
        assertEquals(List.of(), filesWith(line, Path.of(agent.getRemoteFS())));
    }

    @Test
    public void aCredentialThatIsNotThereIsOneSentenceAndNothingIsTouched() throws Exception {
        WorkflowRun run = deploy("no-such-key");

        jenkins.assertLogContains("ERROR: There is no credential 'no-such-key'", run);
        assertEquals("", fleet.exec(fleet.host(1), "ls", "-A", "/opt/shop"));
    }

    @Test
    public void aCredentialOfAnotherKindIsOneSentenceAndNothingIsTouched() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "a-password", null, "deploy", "not a key, and long enough"));

        WorkflowRun run = deploy("a-password");

        jenkins.assertLogContains(
                "ERROR: The credential 'a-password' is not of the kind 'SSH Username with private key'; name one that"
                        + " is.",
                run);
        assertEquals("", fleet.exec(fleet.host(1), "ls", "-A", "/opt/shop"));
    }

    private WorkflowRun deploy(String credential) throws Exception {
        fleet.resetAll();
        job.setDefinition(new CpsFlowDefinition(
                "node('" + agent.getNodeName() + "') {\n"
                        + "goBuild main: './cmd/shop', targets: ['linux/amd64']\n"
                        + "goDeploy hosts: ['" + fleet.host(1).address() + ":"
                        + fleet.host(1).port() + "'], credentialsId: '" + credential + "',\n"
                        + "  knownHosts: 'known_hosts', health: httpHealth(url: 'http://localhost:8080/healthz')\n}",
                true));
        return job.scheduleBuild2(0).get();
    }

    private static List<Path> filesWith(String text, Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    if (attributes.isRegularFile()
                            && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                } catch (NoSuchFileException e) {
                    return visitFileFailed(file, e);
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // a temporary file of Jenkins that is gone by now
                }
                throw e;
            }
        });
        return found;
    }
}
