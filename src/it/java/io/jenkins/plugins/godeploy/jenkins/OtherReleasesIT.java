package io.jenkins.plugins.godeploy.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.sun.net.httpserver.HttpServer;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Item;
import hudson.model.Run;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.ArtifactManager;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.model.ArtifactManagerFactory;
import jenkins.model.Jenkins;
import jenkins.util.VirtualFile;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** {@code goDeploy release:} with releases that this build did not make. */
public class OtherReleasesIT {
    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private DumbSlave agent;
    private WorkflowJob builds;
    private WorkflowJob deploys;

    @Before
    public void prepare() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        "deploy-key",
                        fleet.user(),
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(fleet.identityFile())),
                        null,
                        null));
        fleet.resetAll();
        agent = jenkins.createOnlineSlave();
        builds = jenkins.createProject(WorkflowJob.class, "builds");
        deploys = jenkins.createProject(WorkflowJob.class, "deploys");
        FilePath workspace = agent.getWorkspaceFor(builds);
        workspace.getParent().mkdirs();
        Command.run(new ProcessBuilder(
                Machine.project().resolve("src/demo/make-shop-repo").toString(), workspace.getRemote()));
        Command.run(new ProcessBuilder("git", "-C", workspace.getRemote(), "checkout", "-q", "v1.0.0"));
        builds.setDefinition(pipeline("goBuild main: './cmd/shop', targets: ['linux/amd64']\n"
                + "goBuild main: './cmd/shop', targets: ['linux/amd64'], service: 'other'"));
        FilePath other = agent.getWorkspaceFor(deploys);
        other.child("known_hosts").write(Files.readString(fleet.knownHosts()), "UTF-8");
    }

    @Test
    public void anotherBuildsReleaseComesFromItsArchiveAndLeavesNothing() throws Exception {
        jenkins.buildAndAssertSuccess(builds);

        WorkflowRun run = jenkins.assertBuildStatusSuccess(deploy("builds#lastSuccessfulBuild"));

        assertEquals("serves 1.0.0", run.getDescription());
        assertEquals(List.of(), names(agent.getWorkspaceFor(deploys).sibling("deploys@tmp"), "go-deploy-*"));
    }

    @Test
    public void anArchiveElsewhereIsReadByTheAgentItself() throws Exception {
        Elsewhere elsewhere = new Elsewhere(folder.newFolder().toPath());
        ArtifactManagerConfiguration.get().getArtifactManagerFactories().add(elsewhere);
        jenkins.buildAndAssertSuccess(builds);

        jenkins.assertBuildStatusSuccess(deploy("builds#1"));

        assertEquals(1, elsewhere.asked.size());
        assertThat(elsewhere.asked.get(0), containsString("/dist/shop/1.0.0-"));
    }

    @Test
    public void aFolderOfTheWorkspaceHoldsAReleaseToo() throws Exception {
        jenkins.buildAndAssertSuccess(builds);
        FilePath dist = agent.getWorkspaceFor(builds).child("dist");
        dist.copyRecursiveTo(agent.getWorkspaceFor(deploys).child("received"));

        WorkflowRun run = deploy("./received");

        jenkins.assertLogContains(
                "ERROR: The release in './received' is of the service other, not of shop; name the folder of a release of"
                        + " shop.",
                jenkins.assertBuildStatus(hudson.model.Result.FAILURE, run));
        jenkins.assertBuildStatusSuccess(deploy("./received", "other"));
    }

    @Test
    public void bytesThatWereChangedInTheArchiveAreRefused() throws Exception {
        WorkflowRun built = jenkins.buildAndAssertSuccess(builds);
        Run<WorkflowJob, WorkflowRun>.Artifact archive = built.getArtifacts().stream()
                .filter(each -> each.getFileName().startsWith("shop_"))
                .findFirst()
                .orElseThrow();
        Files.writeString(archive.getFile().toPath(), "something else");

        WorkflowRun run = jenkins.assertBuildStatus(hudson.model.Result.FAILURE, deploy("builds#1"));

        jenkins.assertLogContains("are not those that its release.json describes; run goBuild again.", run);
        assertEquals("", fleet.exec(fleet.host(1), "ls", "-A", "/opt/shop"));
    }

    @Test
    public void aJobThatWhoStartsTheBuildMayNotReadIsNotThere() throws Exception {
        jenkins.buildAndAssertSuccess(builds);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("developer")
                .grant(Item.READ, Item.BUILD)
                .onItems(deploys)
                .to("developer"));

        WorkflowRun run = deploys(pipeline(step("builds#1", "shop")), new Cause.UserIdCause("developer"));

        jenkins.assertBuildStatus(hudson.model.Result.FAILURE, run);
        assertEquals("", fleet.exec(fleet.host(1), "ls", "-A", "/opt/shop"));
    }

    private WorkflowRun deploy(String release) throws Exception {
        return deploy(release, "shop");
    }

    private WorkflowRun deploy(String release, String service) throws Exception {
        return deploys(pipeline(step(release, service)), new Cause.UserIdCause());
    }

    private WorkflowRun deploys(CpsFlowDefinition definition, Cause cause) throws Exception {
        deploys.setDefinition(definition);
        return deploys.scheduleBuild2(0, new CauseAction(cause)).get();
    }

    /** The unit of the hosts is shop's, whatever the service is called. */
    private String step(String release, String service) {
        return "def d = goDeploy release: '" + release + "', service: '" + service
                + "', path: '/opt/shop', units: ['shop.service'], hosts: ['"
                + fleet.host(1).address() + ":" + fleet.host(1).port()
                + "'], credentialsId: 'deploy-key', knownHosts: 'known_hosts'\n"
                + "currentBuild.description = \"serves ${d.hosts[0].version}\"";
    }

    private CpsFlowDefinition pipeline(String steps) throws Exception {
        return new CpsFlowDefinition("node('" + agent.getNodeName() + "') {\n" + steps + "\n}", true);
    }

    private static List<String> names(FilePath folder, String pattern) throws IOException, InterruptedException {
        return folder.exists()
                ? List.of(folder.list(pattern)).stream().map(FilePath::getName).toList()
                : List.of();
    }

    /** An archive behind a web server, which agents read without the controller. */
    private static final class Elsewhere extends ArtifactManagerFactory {
        final List<String> asked = new CopyOnWriteArrayList<>();
        private final Path store;
        private final URI address;

        Elsewhere(Path store) throws IOException {
            this.store = store;
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(exchange.getRequestURI().getPath());
                byte[] bytes = Files.readAllBytes(
                        store.resolve(exchange.getRequestURI().getPath().substring(1)));
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }

        @Override
        public ArtifactManager managerFor(Run<?, ?> build) {
            return new Manager(this);
        }
    }

    private static final class Manager extends ArtifactManager {
        private transient Elsewhere elsewhere;

        Manager(Elsewhere elsewhere) {
            this.elsewhere = elsewhere;
        }

        @Override
        public void onLoad(Run<?, ?> build) {}

        @Override
        public void archive(FilePath workspace, Launcher launcher, BuildListener log, Map<String, String> artifacts)
                throws IOException, InterruptedException {
            for (Map.Entry<String, String> artifact : artifacts.entrySet()) {
                FilePath to =
                        new FilePath(elsewhere.store.resolve(artifact.getKey()).toFile());
                to.getParent().mkdirs();
                workspace.child(artifact.getValue()).copyTo(to);
            }
        }

        @Override
        public boolean delete() {
            return false;
        }

        @Override
        public VirtualFile root() {
            return new Remote(elsewhere, VirtualFile.forFile(elsewhere.store.toFile()), "");
        }
    }

    /** Gives an address and refuses to be read on the controller. */
    private static final class Remote extends VirtualFile {
        private final Elsewhere elsewhere;
        private final VirtualFile file;
        private final String path;

        Remote(Elsewhere elsewhere, VirtualFile file, String path) {
            this.elsewhere = elsewhere;
            this.file = file;
            this.path = path;
        }

        @Override
        public URL toExternalURL() throws IOException {
            return elsewhere.address.resolve(path).toURL();
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("The controller reads a binary.");
        }

        @Override
        public VirtualFile child(String name) {
            return new Remote(elsewhere, file.child(name), path.isEmpty() ? name : path + "/" + name);
        }

        @Override
        public String getName() {
            return file.getName();
        }

        @Override
        public URI toURI() {
            return elsewhere.address.resolve(path);
        }

        @Override
        public VirtualFile getParent() {
            return null;
        }

        @Override
        public boolean isDirectory() throws IOException {
            return file.isDirectory();
        }

        @Override
        public boolean isFile() throws IOException {
            return file.isFile();
        }

        @Override
        public boolean exists() throws IOException {
            return file.exists();
        }

        @Override
        public VirtualFile[] list() throws IOException {
            return file.list();
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public long lastModified() throws IOException {
            return file.lastModified();
        }

        @Override
        public boolean canRead() throws IOException {
            return file.canRead();
        }
    }
}
