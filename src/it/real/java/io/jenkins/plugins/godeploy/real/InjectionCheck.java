package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * What comes from a build or a host is text on a page, and never markup: GHSA-fjpm-hf7c-xgc2, GHSA-vmg8-g8j3-m355,
 * GHSA-cfvw-84vq-43mx. Under an enforced Content-Security-Policy the pages need no exception.
 */
public class InjectionCheck {
    private static final String MARKUP = "<svg/onload=alert(1)>";
    private static final Pattern PANEL = Pattern.compile("(?s)id=\"main-panel\".*?</(main|body)>");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\bsrc=)(?![^>]*type=\"application/json\")[^>]*>\\s*[^<\\s]");
    private static final Pattern HANDLER = Pattern.compile("<[^>]+\\son[a-z]+\\s*=");

    private final Real real = Real.get();

    @Before
    public void enforce() throws Exception {
        Csp.enforce();
        Shop.deploy("1.0.0");
    }

    @After
    public void putBack() throws Exception {
        real.setEnvironments(List.of(real.hosts().environment(Real.ENVIRONMENT, Real.SYSTEM_KEY)));
    }

    @Test
    public void whatAHostPrintsIsText() throws Exception {
        Map<String, Object> environment = real.hosts().environment(Real.ENVIRONMENT, Real.SYSTEM_KEY);
        environment.put(
                "health",
                Map.of("commandHealth", Map.of("command", "echo '" + MARKUP + "'; exit 1", "deadline", "2s")));
        real.setEnvironments(List.of(environment));
        Builds build = Builds.pipeline(
                "checks-host-output", Shop.built("1.1.0", "goDeploy environment: '" + Real.ENVIRONMENT + "'"));

        String log = build.requireEnd("FAILURE");

        assertTrue(log, log.contains(MARKUP));
        requireText(build.path() + "deployments/", true);
        requireText(build.path(), false);
        requireText(build.path() + "console", false);
    }

    @Test
    public void aBranchIsText() throws Exception {
        Builds build = Builds.pipeline(
                "checks-branch-name",
                "node('" + Real.AGENT + "') {\n" + Shop.checkOut("1.1.0") + "sh 'git switch -q -c \"" + MARKUP
                        + "\"'\ngoBuild main: './cmd/shop'\ngoDeploy environment: '" + Real.ENVIRONMENT + "'\n}");

        build.requireEnd("SUCCESS");

        requireText(build.path() + "deployments/", false);
        requireText(build.path(), false);
        requireText("/job/" + build.job() + "/", false);
    }

    @Test
    public void aVersionAndAHostWithMarkupAreRefused() throws Exception {
        String version = Builds.pipeline(
                        "checks-version-name",
                        "node('" + Real.AGENT + "') {\n" + Shop.checkOut("1.1.0")
                                + "goBuild main: './cmd/shop', version: '" + MARKUP + "'\n}")
                .requireEnd("FAILURE");
        String host = Builds.pipeline(
                        "checks-host-name",
                        Shop.built(
                                "1.1.0",
                                "goDeploy hosts: ['" + MARKUP + "'], credentialsId: '" + Real.KEY
                                        + "', knownHosts: 'x y z'"))
                .requireEnd("FAILURE");

        assertFalse(host, host.contains("connecting to"));
        assertTrue(version, version.contains("ERROR: "));
        assertTrue(host, host.contains("ERROR: "));
    }

    @Test
    public void aComplaintOfAFormIsText() throws Exception {
        for (String path : WebMethods.ofForms()) {
            if (path.contains("/check")) {
                HttpResponse<String> answer = real.controller().session().post(path, Map.of("value", MARKUP));
                assertFalse(path + ": " + answer.body(), answer.body().contains(MARKUP));
            }
        }
    }

    @Test
    public void theApiIsJsonAndNothingElse() throws Exception {
        HttpResponse<String> answer = real.controller().session().get("/go-deploy/api/json?service=" + "%3Csvg%3E");

        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    }

    /** @param expected whether the text has to be there */
    private void requireText(String path, boolean expected) throws Exception {
        HttpResponse<String> answer = real.controller().session().get(path);
        assertEquals(path, 200, answer.statusCode());
        assertTrue(path, answer.headers().firstValue("Content-Security-Policy").isPresent());
        String page = answer.body();
        assertFalse(path, page.contains(MARKUP));
        if (expected) {
            assertTrue(path, page.contains("&lt;svg/onload=alert(1)"));
        }
        Matcher panel = PANEL.matcher(page);
        if (expected && panel.find()) {
            assertFalse(path, INLINE_SCRIPT.matcher(panel.group()).find());
            assertFalse(path, HANDLER.matcher(panel.group()).find());
        }
    }
}
