package io.jenkins.plugins.godeploy.jenkins;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.FormValidation;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.health.HttpHealth;
import io.jenkins.plugins.godeploy.jenkins.manager.Commands;
import io.jenkins.plugins.godeploy.jenkins.manager.Units;
import io.jenkins.plugins.godeploy.jenkins.strategy.RollingUpdate;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.recipes.WithTimeout;
import org.kohsuke.stapler.StaplerRequest2;

/** Environments in Jenkins: their form, who may use it, and the same as code. */
public class ConfigurationIT {
    private static final String DESCRIPTOR = "descriptorByName/" + ManagedEnvironment.class.getName();

    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    private GoDeployConfiguration configuration;

    @Before
    public void credentials() {
        configuration = GoDeployConfiguration.get();
        for (CredentialsScope scope : List.of(CredentialsScope.SYSTEM, CredentialsScope.GLOBAL)) {
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new BasicSSHUserPrivateKey(scope, scope + "-key", "deploy", null, null, null));
        }
    }

    @Test
    @WithTimeout(600) // three full forms in HtmlUnit take minutes on a busy machine
    public void theFormKeepsEveryField() throws Exception {
        configuration.setEnvironments(List.of(full(), minimal("test"), minimal("staging")));
        String before = xml();

        jenkins.configRoundtrip();

        assertEquals(before, xml());
    }

    @Test
    public void whatIsSavedIsLoadedAgain() throws Exception {
        configuration.setEnvironments(List.of(full(), minimal("test")));
        String before = xml();

        configuration.load();

        assertEquals(before, xml());
    }

    @Test
    public void aFormWithoutEnvironmentsRemovesTheLast() throws Exception {
        configuration.setEnvironments(List.of(minimal("test")));

        configuration.configure((StaplerRequest2) null, new JSONObject());

        assertEquals(List.of(), configuration.getEnvironments());
    }

    @Test
    public void whatBreaksARuleIsOneSentenceAndNothingIsSaved() {
        configuration.setEnvironments(List.of(minimal("test")));
        String before = xml();

        refused("Environment production has no hosts; it needs at least one.", e -> e.setHosts(null));
        refused("Environment production: No key is named; add credentialsId,", e -> e.setCredentialsId(null));
        refused("Environment production: No host keys are named; add hostKeys,", e -> e.setHostKeys(null));
        refused("Environment production: Both hostKeys and acceptFirstHostKey", e -> e.setAcceptFirstHostKey(true));
        refused("Environment production: Line 1 of hostKeys cannot be read", e -> e.setHostKeys("web1 nonsense"));
        refused("Environment production: keep is 1;", e -> e.setKeep(1));
        refused("Environment production: The path /etc belongs to the system", e -> e.setPath("/etc"));
        refused("Environment production: There is no proof 'sure'", e -> e.setProof("sure"));
        refused("Environment production: The agentLabel 'a &&' is not", e -> e.setAgentLabel("a &&"));
        refused("Environment production: '/team' names no job;", e -> e.setJobs(List.of("/team")));
        refused(
                "Environment production: The command commands.stop is empty",
                e -> e.setManager(new Commands("a", "", "c")));
        refused("Environment production: The list of units is empty", e -> e.setManager(new Units()));
        assertEquals(before, xml());
    }

    @Test
    public void twoOfTheSameNameAndServiceAreRefused() {
        assertThrows(
                BadInputException.class,
                () -> configuration.setEnvironments(List.of(minimal("test"), minimal("test"))));
        assertEquals(List.of(), configuration.getEnvironments());
    }

    @Test
    public void onlyAdministratorsAreToldAnything() throws Exception {
        secure();
        for (String user : List.of("developer", "reader")) {
            try (ACLContext as = ACL.as(User.getById(user, true))) {
                for (Method method : webMethods()) {
                    if (method.getName().startsWith("doCheck")) {
                        FormValidation said = (FormValidation) method.invoke(descriptor(), "/no such thing/");
                        assertEquals(method.getName(), FormValidation.Kind.OK, said.kind);
                    }
                }
                assertEquals(
                        List.of("current"),
                        descriptor().doFillCredentialsIdItems("current").stream()
                                .map(option -> option.value)
                                .toList());
                assertThrows(AccessDeniedException3.class, () -> descriptor().doTestConnection(null, "{}"));
            }
        }
    }

    @Test
    public void everyWebMethodRefusesGet() throws Exception {
        for (Method method : webMethods()) {
            String url = method.getName().substring(2, 3).toLowerCase()
                    + method.getName().substring(3);
            try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
                FailingHttpStatusCodeException e = assertThrows(
                        url,
                        FailingHttpStatusCodeException.class,
                        () -> browser.goTo(DESCRIPTOR + "/" + url + "?value=x&json={}", null));
                assertEquals(url, 404, e.getStatusCode());
            }
        }
    }

    @Test
    public void aConnectionTestTakesACrumb() throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            WebRequest forged = new WebRequest(
                    new java.net.URL(jenkins.getURL(), DESCRIPTOR + "/testConnection?json=%7B%7D"), HttpMethod.POST);
            assertEquals(
                    403,
                    assertThrows(FailingHttpStatusCodeException.class, () -> browser.getPage(forged))
                            .getStatusCode());
        }
    }

    @Test
    public void aConnectionTestWithoutAnEnvironmentIsOneSentence() throws Exception {
        for (String query : List.of("", "?json=%5B%5D", "?json=%7B")) {
            try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
                browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
                java.net.URL url = new java.net.URL(jenkins.getURL(), DESCRIPTOR + "/testConnection" + query);
                WebResponse answer = browser.getPage(browser.addCrumb(new WebRequest(url, HttpMethod.POST)))
                        .getWebResponse();
                assertEquals(query, 400, answer.getStatusCode());
                String body = answer.getContentAsString();
                assertTrue(
                        body, body.contains("It takes the parameter json: one environment, as the form submits it."));
            }
        }
    }

    @Test
    public void aKeyThatJobsCanReachIsWarnedOf() {
        assertEquals(FormValidation.Kind.OK, descriptor().doCheckCredentialsId("SYSTEM-key").kind);
        assertEquals(FormValidation.Kind.WARNING, descriptor().doCheckCredentialsId("GLOBAL-key").kind);
        assertEquals(FormValidation.Kind.ERROR, descriptor().doCheckCredentialsId("no-key").kind);
    }

    @Test
    public void theExampleIsReadAsCodeAndExportedAgain() throws Exception {
        Path example = Machine.project().resolve("docs/examples/jenkins.yaml");

        ConfigurationAsCode.get().configure(example.toString());

        String imported = xml();
        assertEquals(
                List.of("production", "test"),
                configuration.getEnvironments().stream()
                        .map(ManagedEnvironment::getName)
                        .toList());
        Path exported = Files.createTempFile("exported", ".yaml");
        Files.writeString(exported, section(export()));
        configuration.setEnvironments(List.of());
        ConfigurationAsCode.get().configure(exported.toString());
        assertEquals(imported, xml());
    }

    @Test
    public void aBadEntryInCodeIsOneSentenceAndNothingIsSaved() throws Exception {
        configuration.setEnvironments(List.of(minimal("test")));
        String before = xml();
        Path bad = Files.createTempFile("bad", ".yaml");
        Files.writeString(
                bad,
                Files.readString(Machine.project().resolve("docs/examples/jenkins.yaml"))
                        .replace("keep: 5", "keep: 1"));

        Throwable e =
                assertThrows(Exception.class, () -> ConfigurationAsCode.get().configure(bad.toString()));

        assertThat(
                Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                        .map(Throwable::getMessage)
                        .toList()
                        .toString(),
                containsString("Environment production: keep is 1; it takes 2 to 1000 releases"));
        assertEquals(before, xml());
    }

    private void secure() {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, hudson.model.Item.READ, hudson.model.Item.CONFIGURE)
                .everywhere()
                .to("developer")
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader"));
    }

    private interface Change {
        void on(ManagedEnvironment environment);
    }

    private void refused(String sentence, Change change) {
        ManagedEnvironment changed = minimal("production");
        change.on(changed);
        BadInputException e = assertThrows(
                BadInputException.class, () -> configuration.setEnvironments(List.of(minimal("test"), changed)));
        assertThat(e.getMessage(), containsString(sentence));
    }

    private static ManagedEnvironment minimal(String name) {
        ManagedEnvironment environment = new ManagedEnvironment(name);
        environment.setHosts(List.of("web1"));
        environment.setCredentialsId("SYSTEM-key");
        environment.setHostKeys(
                "web1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE7zYvryobhvrpv78PgTOK6oknuWUV234WhQKJXqcEWb");
        environment.setStrategy(new RollingUpdate());
        return environment;
    }

    private static ManagedEnvironment full() {
        ManagedEnvironment environment = minimal("production");
        environment.setService("shop");
        environment.setHosts(List.of("web1", "web2=10.0.0.2:2222", "web3=[2001:db8::3]:22"));
        environment.setPath("/srv/shop");
        environment.setUser("deployer");
        environment.setClient("trilead");
        environment.setHostKeys(null);
        environment.setAcceptFirstHostKey(true);
        environment.setJump("bastion:2222");
        Units units = new Units();
        units.setNames(List.of("shop.service", "shop-worker.service"));
        environment.setManager(units);
        RollingUpdate strategy = new RollingUpdate();
        strategy.setBatch("25%");
        strategy.setMaxFailures(1);
        strategy.setPause("10s");
        environment.setStrategy(strategy);
        HttpHealth health = new HttpHealth("http://localhost:8080/healthz");
        health.setStatus(204);
        health.setSuccesses(2);
        environment.setHealth(health);
        environment.setProof("exact");
        environment.setKeep(7);
        environment.setBranches("main|release-.*");
        environment.setJobs(List.of("team-a/*", "[odd]/**"));
        environment.setAgentLabel("deployer && linux");
        environment.setAutomatic(true);
        return environment;
    }

    private String xml() {
        return Jenkins.XSTREAM2.toXML(new ArrayList<>(configuration.getEnvironments()));
    }

    private static ManagedEnvironment.DescriptorImpl descriptor() {
        return Jenkins.get().getDescriptorByType(ManagedEnvironment.DescriptorImpl.class);
    }

    private static List<Method> webMethods() {
        List<Method> methods = Stream.of(ManagedEnvironment.DescriptorImpl.class.getMethods())
                .filter(method -> method.getName().matches("do[A-Z].*"))
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.jenkins.plugins.godeploy"))
                .toList();
        assertNotNull(methods.get(10));
        return methods;
    }

    private static String export() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What is exported of this plugin alone. */
    private static String section(String exported) {
        List<String> lines = exported.lines().toList();
        int start = lines.indexOf("  goDeploy:");
        int end = start + 1;
        while (end < lines.size() && lines.get(end).startsWith("    ")) {
            end++;
        }
        return "unclassified:\n" + String.join("\n", lines.subList(start, end)) + "\n";
    }
}
