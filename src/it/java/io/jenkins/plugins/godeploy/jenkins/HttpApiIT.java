package io.jenkins.plugins.godeploy.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Items;
import hudson.model.User;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.Deployments;
import io.jenkins.plugins.godeploy.history.JsonText;
import io.jenkins.plugins.godeploy.jenkins.record.Recorder;
import io.jenkins.plugins.godeploy.testing.Command;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockFolder;

/** What the HTTP API shows, and to whom. */
public class HttpApiIT {
    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    private FreeStyleProject open;
    private FreeStyleProject hidden;

    @Before
    public void jobsAndUsers() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("alice", "bob", "carol")
                .grant(Item.READ)
                .onPaths("open|renamed|team|team/open")
                .to("alice")
                .grant(Item.READ)
                .onPaths("open|team/open")
                .to("bob")
                .grant(Item.DISCOVER)
                .onPaths("open")
                .to("carol"));
        open = jenkins.createFreeStyleProject("open");
        hidden = jenkins.createFreeStyleProject("hidden-job");
    }

    @Test
    public void aDeploymentIsVisibleToThoseWhoMayReadItsJob() throws Exception {
        deploy(hidden, "hidden-service");
        deploy(open, "shop");
        deploy(hidden, "hidden-till");

        assertEquals(List.of("hidden-till", "shop", "hidden-service"), services("admin"));
        assertEquals(List.of("shop"), services("alice"));
        assertEquals(List.of(), services("carol"));
        String answer = get("alice", "?pretty").getContentAsString();
        assertThat(answer, not(containsString("hidden")));
        assertThat(answer, containsString("\"next\" : null"));
        assertThat(answer, containsString("\"host\" : \"web1\""));
        assertThat(get("carol", "").getContentAsString(), not(containsString("web1")));
    }

    @Test
    public void whoMayNotReadJenkinsIsToldNothing() throws Exception {
        deploy(open, "shop");

        try (JenkinsRule.WebClient browser = client(null)) {
            WebResponse answer = browser.loadWebResponse(new WebRequest(api("")));
            assertEquals(403, answer.getStatusCode());
            assertThat(answer.getContentAsString(), not(containsString("shop")));
        }
    }

    @Test
    public void aRenamedJobKeepsItsHistoryAndANewOneUnderItsNameHasNone() throws Exception {
        FreeStyleBuild build = deploy(open, "shop");

        open.renameTo("renamed");
        jenkins.createFreeStyleProject("open");

        assertEquals(List.of("shop"), services("alice"));
        assertEquals(List.of(), services("bob"));
        Map<?, ?> deployment = deployments("alice").get(0);
        assertEquals("renamed", deployment.get("job"));
        assertEquals(jenkins.getURL() + build.getUrl(), deployment.get("url"));
    }

    @Test
    public void aMovedJobKeepsItsHistoryForThoseWhoMayReadItsFolder() throws Exception {
        MockFolder team = jenkins.createFolder("team");
        deploy(open, "shop");

        Items.move(open, team);

        assertEquals(List.of("shop"), services("alice"));
        assertEquals("team/open", deployments("alice").get(0).get("job"));
        assertEquals("may read the job, but not its folder", List.of(), services("bob"));
    }

    @Test
    public void whatADeletedJobDidIsForAdministratorsEvenWhenItsNameIsTakenAgain() throws Exception {
        deploy(open, "shop");

        open.delete();
        assertEquals(List.of("shop"), services("admin"));
        assertEquals(List.of(), services("alice"));

        jenkins.createFreeStyleProject("open");
        assertEquals(List.of(), services("alice"));
    }

    @Test
    public void namesSurviveARestartOfTheirReader() throws Exception {
        deploy(open, "shop");
        open.renameTo("renamed");

        Path names = jenkins.jenkins.getRootDir().toPath().resolve("go-deploy/jobs.json");
        assertTrue(Files.readString(names).contains("\"renamed\""));
    }

    @Test
    public void aHostileAnswerIsNoPage() throws Exception {
        String hostile = "<script>alert(1)</script>";
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(open);
        Recorder.record(build, Deployments.hostile(hostile));

        WebResponse answer = get("alice", "");

        assertEquals("application/json", answer.getContentType());
        assertEquals("nosniff", answer.getResponseHeaderValue("X-Content-Type-Options"));
        assertEquals(hostile, deployments("alice").get(0).get("service"));
    }

    @Test
    public void aParameterThatCannotBeReadIsOneSentence() throws Exception {
        WebResponse answer = get("alice", "?limit=<script>");

        assertEquals(400, answer.getStatusCode());
        assertEquals("application/json", answer.getContentType());
        assertEquals(
                "{\"error\":\"limit is not one; it takes a number from 1 to 1000.\"}", answer.getContentAsString());
    }

    @Test
    public void pagesFollowEachOther() throws Exception {
        for (int i = 0; i < 3; i++) {
            deploy(open, "shop" + i);
            deploy(hidden, "hidden");
        }

        Map<String, Object> first = JsonText.read(get("alice", "?limit=2").getContentAsString());
        Map<String, Object> last = JsonText.read(
                get("alice", "?limit=2&cursor=" + first.get("next")).getContentAsString());

        assertEquals(2, ((List<?>) first.get("deployments")).size());
        assertEquals("shop0", ((Map<?, ?>) ((List<?>) last.get("deployments")).get(0)).get("service"));
        assertEquals(null, last.get("next"));
    }

    @Test
    public void itIsOnlyRead() throws Exception {
        try (JenkinsRule.WebClient browser = client("admin")) {
            WebRequest post = new WebRequest(api(""), HttpMethod.POST);
            browser.addCrumb(post);
            assertTrue(browser.loadWebResponse(post).getStatusCode() >= 400);
        }
    }

    @Test
    public void theExamplesOfTheDocumentationRun() throws Exception {
        deploy(open, "shop");
        Matcher example = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/http-api.md")));
        String token = jenkins.createApiToken(User.getById("admin", true));
        int examples = 0;
        while (example.find()) {
            ProcessBuilder shell = new ProcessBuilder("sh", "-ec", example.group(1));
            String url = jenkins.getURL().toString();
            shell.environment().put("JENKINS_URL", url.substring(0, url.length() - 1));
            shell.environment().put("JENKINS_USER", "admin");
            shell.environment().put("JENKINS_TOKEN", token);
            boolean verify = example.group(1).contains("/verify");
            assertThat(Command.run(shell), containsString(verify ? "may verify" : "shop"));
            examples++;
        }
        assertEquals(4, examples);
    }

    private FreeStyleBuild deploy(FreeStyleProject job, String service) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        Recorder.record(build, Deployments.of(service, "production", "1.0.0", Result.SUCCEEDED, "web1"));
        return build;
    }

    private List<String> services(String user) throws Exception {
        return deployments(user).stream()
                .map(each -> (String) each.get("service"))
                .toList();
    }

    @SuppressWarnings("unchecked") // what JSON is
    private List<Map<String, Object>> deployments(String user) throws Exception {
        return (List<Map<String, Object>>)
                JsonText.read(get(user, "").getContentAsString()).get("deployments");
    }

    private WebResponse get(String user, String query) throws Exception {
        try (JenkinsRule.WebClient browser = client(user)) {
            return browser.loadWebResponse(new WebRequest(api(query)));
        }
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        return user == null ? browser : browser.withBasicCredentials(user);
    }

    private URL api(String query) throws IOException {
        return new URL(
                jenkins.getURL(),
                "go-deploy/api/json" + query.replace("<", "%3C").replace(">", "%3E"));
    }
}
