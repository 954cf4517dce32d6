package io.jenkins.plugins.godeploy.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertEquals;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.Deployments;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployPermissions;
import io.jenkins.plugins.godeploy.jenkins.record.Recorder;
import io.jenkins.plugins.godeploy.testing.Fleet;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** {@code POST /go-deploy/verify}: what it finds, and for whom. */
public class VerifyEndpointIT {
    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    private ManagedEnvironment production;

    @Before
    public void environment() throws Exception {
        fleet.resetAll();
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("deployer", "reader", "stranger")
                .grant(Item.READ, DeployPermissions.DEPLOY)
                .onPaths("shop")
                .to("deployer")
                .grant(Item.READ)
                .onPaths("shop")
                .to("reader"));
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.SYSTEM,
                        "deploy-key",
                        fleet.user(),
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(fleet.identityFile())),
                        null,
                        null));
        production = new ManagedEnvironment("production");
        production.setService("shop");
        production.setHosts(
                List.of(fleet.host(1).address() + ":" + fleet.host(1).port()));
        production.setCredentialsId("deploy-key");
        production.setHostKeys(Files.readString(fleet.knownHosts()));
        GoDeployConfiguration.get().setEnvironments(List.of(production));
        FreeStyleProject shop = jenkins.createFreeStyleProject("shop");
        Recorder.record(
                jenkins.buildAndAssertSuccess(shop),
                Deployments.of("shop", "production", "1.0.0", Result.SUCCEEDED, "web1"));
    }

    @Test
    public void itLooksAtTheHostsFromAnAgentOfTheLabel() throws Exception {
        jenkins.createOnlineSlave(hudson.model.Label.get("deployer"));
        production.setAgentLabel("deployer");

        WebResponse answer = verify("deployer", "production", "shop");

        assertEquals(answer.getContentAsString(), 200, answer.getStatusCode());
        assertEquals(
                "[{\"name\":\"" + fleet.host(1).address() + "\",\"serves\":null,\"clean\":false,\"findings\":[\""
                        + fleet.host(1).address() + ": nothing is deployed there.\"]}]",
                answer.getContentAsString());
    }

    @Test
    public void withoutALabelItLooksFromJenkinsItself() throws Exception {
        assertThat(
                verify("admin", "production", "shop").getContentAsString(),
                containsString("nothing is deployed there."));
    }

    @Test
    public void whatIsNotThereAndWhatIsNotAllowedAreTheSame() throws Exception {
        WebResponse unknown = verify("stranger", "nowhere", "shop");

        assertEquals(404, unknown.getStatusCode());
        for (WebResponse answer : List.of(
                verify("stranger", "production", "shop"),
                verify("stranger", "PRODUCTION", "shop"),
                verify("reader", "production", "shop"),
                verify("deployer", "production", "till"),
                verify("admin", "nowhere", "shop"))) {
            assertEquals(404, answer.getStatusCode());
            assertEquals(unknown.getContentAsString(), answer.getContentAsString());
        }
    }

    @Test
    public void aJobThatTheEnvironmentDoesNotTakeAnyMoreGivesNoRight() throws Exception {
        production.setJobs(List.of("other"));

        assertEquals(404, verify("deployer", "production", "shop").getStatusCode());
    }

    @Test
    public void nobodyGetsInWithoutACrumbOrByAGet() throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .login("admin")) {
            assertEquals(
                    403,
                    browser.loadWebResponse(new WebRequest(url("production", "shop"), HttpMethod.POST))
                            .getStatusCode());
            assertEquals(
                    404,
                    browser.loadWebResponse(new WebRequest(url("production", "shop")))
                            .getStatusCode());
        }
    }

    @Test
    public void aHostWhoseKeyIsNotKnownIsNotAskedFurtherAndItsKeyIsNotKept() throws Exception {
        production.setHostKeys(null);
        production.setAcceptFirstHostKey(true);

        for (int i = 0; i < 2; i++) {
            assertThat(
                    verify("admin", "production", "shop").getContentAsString(),
                    containsString("compare the fingerprint"));
        }
    }

    @Test
    public void aLabelWithoutAnAgentIsOneSentence() throws Exception {
        production.setAgentLabel("nowhere");

        WebResponse answer = verify("admin", "production", "shop");

        assertEquals(409, answer.getStatusCode());
        assertEquals(
                "{\"error\":\"No agent with the label nowhere is online, and environment production is reached from those"
                        + " alone; start one.\"}",
                answer.getContentAsString());
    }

    @Test
    public void environmentsAreListedWithHostsForThoseWhoMayReadTheConfiguration() throws Exception {
        assertThat(
                environments("admin"),
                containsString("\"address\":\"" + fleet.host(1).address() + "\""));
        assertThat(
                environments("reader"),
                containsString("{\"name\":\"production\",\"service\":\"shop\",\"hosts\":null}"));
        assertThat(environments("stranger"), not(containsString("production")));
    }

    private String environments(String user) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withBasicCredentials(user)) {
            return browser.loadWebResponse(
                            new WebRequest(new URL(jenkins.getURL(), "go-deploy/api/json?include=environments")))
                    .getContentAsString();
        }
    }

    private WebResponse verify(String user, String environment, String service) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .withBasicCredentials(user)) {
            WebRequest request = new WebRequest(url(environment, service), HttpMethod.POST);
            browser.addCrumb(request);
            return browser.loadWebResponse(request);
        }
    }

    private URL url(String environment, String service) throws Exception {
        return new URL(jenkins.getURL(), "go-deploy/verify?environment=" + environment + "&service=" + service);
    }
}
