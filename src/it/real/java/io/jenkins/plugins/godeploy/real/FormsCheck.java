package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.godeploy.demo.JobXml;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What is in a form is there when it was saved and opened again, in a real browser under an enforced policy. */
public class FormsCheck {
    private static final String CHANGED = """
            <io.jenkins.plugins.godeploy.jenkins.build.GoBuildBuilder><step>
              <main>./cmd/shop</main><binary>shop</binary><service>shop</service>
              <targets><string>linux/amd64</string><string>linux/arm64</string></targets>
              <env><string>GOFLAGS=-mod=vendor</string></env><files><string>[a-z]*.txt</string></files>
            </step></io.jenkins.plugins.godeploy.jenkins.build.GoBuildBuilder>
            <io.jenkins.plugins.godeploy.jenkins.deploy.GoDeployBuilder><step>
              <service>shop</service><hosts><string>web1</string><string>web2:2222</string></hosts>
              <credentialsId>checks-key</credentialsId><knownHosts>web1 ssh-ed25519 AAAA</knownHosts>
              <units><string>shop.service</string></units><keep>7</keep>
              <strategy class="io.jenkins.plugins.godeploy.jenkins.strategy.RollingUpdate">
                <batch>25%</batch><maxFailures>1</maxFailures><pause>3s</pause></strategy>
              <health class="io.jenkins.plugins.godeploy.jenkins.health.TcpHealth"><port>8080</port></health>
              <propagate>false</propagate><dryRun>true</dryRun>
            </step></io.jenkins.plugins.godeploy.jenkins.deploy.GoDeployBuilder>
            <io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackBuilder><step>
              <environment>staging</environment><service>shop</service><to>1.0.0</to><propagate>true</propagate>
            </step></io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackBuilder>
            """;

    private static final String ENVIRONMENTS = "print hudson.model.Items.XSTREAM2.toXML("
            + "io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration.get().environments)";

    private final Real real = Real.get();
    private Browser browser;

    @Before
    public void open() throws Exception {
        assumeTrue("there is no chromedriver", Browser.isHere());
        Csp.enforce();
        browser = Browser.open(real.address(), real.administrator());
    }

    @After
    public void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        real.setEnvironments(List.of(real.hosts().environment(Real.ENVIRONMENT, Real.SYSTEM_KEY)));
    }

    @Test
    public void aFreestyleJobKeepsAllFields() throws Exception {
        real.controller().putJob("checks-form", JobXml.freestyle(Real.AGENT, List.of(), CHANGED));
        save("job/checks-form/configure");
        String once = builders("checks-form");
        assertTrue(
                once, once.contains("web2:2222") && once.contains("[a-z]*.txt") && once.contains("<pause>3s</pause>"));
        assertTrue(once, once.contains("<keep>7</keep>") && once.contains("<propagate>false</propagate>"));
        assertTrue(once, once.contains(Real.KEY) && once.contains("<to>1.0.0</to>"));

        save("job/checks-form/configure");

        assertEquals(once, builders("checks-form"));
        assertEquals(List.of(), browser.blocked());
    }

    @Test
    public void theGlobalConfigurationKeepsEnvironments() throws Exception {
        real.setEnvironments(List.of(environment()));
        String before = real.controller().session().groovy(ENVIRONMENTS);

        save("manage/configure");

        assertEquals(before, real.controller().session().groovy(ENVIRONMENTS));
        assertEquals(List.of(), browser.blocked());
    }

    /** With more fields filled in; the form makes the strategy that is the default an explicit one. */
    private Map<String, Object> environment() throws Exception {
        Map<String, Object> environment = real.hosts().environment(Real.ENVIRONMENT, Real.SYSTEM_KEY);
        environment.put("strategy", Map.of("rollingUpdate", Map.of("batch", "2", "pause", "1s")));
        environment.put("branches", "main|release-.*");
        environment.put("jobs", List.of("checks-*", "release/*"));
        environment.put("agentLabel", Real.AGENT);
        environment.put("keep", 7);
        return environment;
    }

    @Test
    public void theSnippetGeneratorWritesEachStep() throws Exception {
        Builds.pipeline("checks-snippets", "echo ''");
        for (String step : List.of("goBuild", "goDeploy", "goRollback")) {
            browser.go(real.address().resolve("job/checks-snippets/pipeline-syntax/"));
            browser.await("return !!document.querySelector('select')");
            browser.run(
                    "const list = [...document.querySelectorAll('select')].find(s => [...s.options].some(o => o.text.startsWith(arguments[0] + ':')));"
                            + "list.selectedIndex = [...list.options].findIndex(o => o.text.startsWith(arguments[0] + ':'));"
                            + "list.dispatchEvent(new Event('change', {bubbles: true}));",
                    step);
            browser.await(
                    "const f = [...document.querySelectorAll('[name=\"_.service\"]')].find(e => e.offsetParent); return !!f");
            browser.run(
                    "[...document.querySelectorAll('[name=\"_.service\"]')].find(e => e.offsetParent).value = 'shop'");
            browser.run("document.querySelector('#generatePipelineScript').click()");
            browser.await("return !!document.querySelector('#prototypeText').value");
            String snippet = browser.run("return document.querySelector('#prototypeText').value")
                    .asText();
            assertTrue(snippet, snippet.startsWith(step + " ") && snippet.contains("service: 'shop'"));
            assertEquals(List.of(), browser.blocked());
        }
    }

    @Test
    public void theBuildsPageIsWholeUnderThePolicy() throws Exception {
        Builds build =
                Builds.pipeline("checks-page", Shop.built("1.0.0", "goDeploy environment: '" + Real.ENVIRONMENT + "'"));
        build.requireEnd("SUCCESS");

        browser.go(real.address().resolve(build.path().substring(1) + "deployments/"));

        assertTrue(browser.run("return document.body.innerText").asText().contains("shop 1.0.0"));
        assertEquals(List.of(), browser.blocked());
    }

    private void save(String page) throws Exception {
        browser.go(real.address().resolve(page));
        browser.await(
                "return document.readyState == 'complete' && !!document.querySelector('[name=Submit]')"
                        + " && [...document.querySelectorAll('select')].every(s => !s.hasAttribute('fillUrl') || s.options.length > 0)");
        browser.run("document.body.dataset.page = 'form';" + "document.querySelector('[name=Submit]').click()");
        browser.await("return document.readyState == 'complete' && document.body.dataset.page != 'form'");
        String text = browser.run("return document.title").asText();
        assertTrue(text, !text.contains("Error") && !text.contains("Oops"));
    }

    private String builders(String job) throws Exception {
        String xml = real.controller().session().text("/job/" + job + "/config.xml");
        return xml.substring(xml.indexOf("<builders>"), xml.indexOf("</builders>"));
    }
}
