package io.jenkins.plugins.godeploy.history.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.HistoryIndex;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.testing.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What anybody may have written into names, versions, commits and logs stays text. */
public class HostilePageTest {
    @ClassRule
    public static final Browser browser = new Browser();

    @ClassRule
    public static final PageServer server = new PageServer();

    private static final String SCRIPT = "\"'><script>window.pwned=1</script><img src=x onerror=window.pwned=2>";
    private static final String ADDRESS = "javascript:window.pwned=3";
    private static final String REVERSED = "exe\u202egnp\u2066.\u200f";
    private static final String COLOURED =
            "\u001b[31mred\u001b[0m \u001b]8;;http://evil.example\u0007link\u0007 \u009b2J";
    private static final String LONG = "x".repeat(10_000);
    private static final String CLOSING = "</script><script>window.pwned=4</script><!--";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Instant now = Instant.now();
    private Path file;

    @Before
    public void usual() {
        file = folder.getRoot().toPath().resolve("history.jsonl");
        server.speak(Locale.ENGLISH);
        browser.size(1200, 900);
    }

    @After
    public void nothingRan() {
        assertEquals(null, browser.run("window.pwned"));
        assertEquals("0", browser.run("String(document.querySelectorAll('img, iframe, a[href^=javascript]').length)"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    public void inJenkins() throws Exception {
        for (String text : List.of(SCRIPT, ADDRESS, REVERSED, COLOURED, LONG, CLOSING)) {
            keep(text);
            server.serve(file, now);
            browser.open(server.url(""));
            assertHarmless(text);
            browser.open(server.url("environment?service=" + encoded(text) + "&environment=" + encoded(text)));
            assertHarmless(text);
            nothingRan();
        }
    }

    @Test
    public void inAFile() throws Exception {
        for (String text : List.of(SCRIPT, ADDRESS, REVERSED, COLOURED, LONG, CLOSING)) {
            keep(text);
        }
        HistoryView history = new HistoryView(new HistoryIndex(file), HistoryView.Viewer.ALL);
        Path page = folder.getRoot().toPath().resolve("page.html");
        Files.writeString(
                page, new HtmlFile(history, ReleaseStore.beside(file)).text(new Span(now, Span.USUAL), Locale.ENGLISH));
        browser.open(page.toUri().toString());

        assertEquals("6", browser.run("String(document.querySelectorAll('.gd-matrix tbody tr').length)"));
        assertHarmless("");
        for (int i = 0; i < 6; i++) {
            browser.run("location.hash = ''");
            browser.waitFor("document.querySelector('.gd-matrix')");
            browser.run("document.querySelectorAll('.gd-cell')[" + i + "].click()");
            browser.waitFor("document.querySelector('.gd-timeline li')");
            assertHarmless("");
        }
    }

    @Test
    public void whatIsLongIsShownWhole() throws Exception {
        keep(LONG);
        server.serve(file, now);
        browser.open(server.url("environment?service=" + LONG + "&environment=" + LONG));

        assertFalse(text().contains("x".repeat(500)));
        browser.run("document.querySelector('.gd-log .gd-more').click()");
        assertTrue(text().contains(LONG));
        assertEquals("true", browser.run("document.activeElement.textContent.length === 10000"));
    }

    @Test
    public void changesOfAnybody() throws Exception {
        Records records = new Records(file, now);
        Commit commit = new Commit("a".repeat(40), now, SCRIPT, REVERSED + SCRIPT);
        Commit first = new Commit("b".repeat(40), now, ADDRESS, ADDRESS);
        String before = records.release("shop", "1.0.0", Map.of(SCRIPT, "1"), first);
        String after = records.release("shop", "1.1.0", Map.of(SCRIPT, SCRIPT), commit, first);
        records.good(48, "shop", "production", before);
        records.good(24, "shop", "production", after);
        server.serve(file, now);
        browser.open(server.url("environment?service=shop&environment=production"));

        assertTrue(text(), text().contains("<script>window.pwned=1</script>"));
        assertHarmless("");
    }

    private void assertHarmless(String what) {
        String text = text();
        assertTrue(what, text.length() > 20);
        assertFalse(
                what,
                text.matches(
                        "(?s).*[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200f\\u202a-\\u202e\\u2066-\\u2069].*"));
        assertFalse(what, text.contains("[31m"));
        assertEquals(
                what,
                "true",
                browser.run("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        assertFalse(what, browser.run("document.title").matches("(?s).*[\\u202e\\u001b].*"));
    }

    private String text() {
        return browser.run("document.querySelector('#go-deploy').textContent");
    }

    /** A failed deployment in which every text is this one. */
    private void keep(String text) throws Exception {
        HostResult host = new HostResult(
                text,
                text,
                text,
                Result.FAILED,
                text,
                text,
                Proof.NONE,
                0,
                -1,
                Map.of(Phase.LOOK, 1L),
                false,
                text,
                List.of(text, text),
                text);
        Deployment deployment = new Deployment(
                "id-" + text.hashCode(),
                Deployment.Kind.DEPLOY,
                text,
                text,
                text,
                text,
                text,
                null,
                Result.FAILED,
                text,
                now.minusSeconds(60),
                5,
                text,
                text,
                ADDRESS,
                List.of(host));
        HistoryStore store = new HistoryStore(file, 100);
        store.append(deployment, new RecordedBuild(text, text, 1));
        store.append(deployment, null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
