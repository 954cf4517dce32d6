package io.jenkins.plugins.godeploy.history.page;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.testing.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** axe-core finds nothing to complain of, light and dark, wide and narrow, in both languages. */
public class AccessiblePageTest {
    @ClassRule
    public static final Browser browser = new Browser();

    @ClassRule
    public static final PageServer server = new PageServer();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Instant now = Instant.now();

    @Before
    public void history() throws Exception {
        Path file = folder.getRoot().toPath().resolve("history.jsonl");
        Records records = new Records(file, now);
        Commit first = new Commit("a".repeat(40), now.minus(Duration.ofDays(9)), "Ann", "Begin");
        Commit second = new Commit("b".repeat(40), now.minus(Duration.ofDays(3)), "Ben", "Go on");
        String before = records.release("shop", "1.0.0", Map.of("x/net", "v0.31.0"), first);
        String after = records.release("shop", "1.1.0", Map.of("x/net", "v0.32.0"), second, first);
        records.good(24 * 40, "shop", "production", before);
        records.good(30, "shop", "production", after);
        records.returned(20, "shop", "production", "1.2.0", after);
        records.partial(9, "shop", "staging", "1.2.0", after);
        records.refused(9, "shop", "edge", "1.2.0");
        records.rolledBack(8, "payments", "staging", "0.9.0");
        for (int i = 0; i < 12; i++) {
            records.good(7, "search", "staging", "1." + i);
        }
        server.serve(file, now);
    }

    @Test
    public void theOverview() throws Exception {
        assertNoViolation("");
    }

    @Test
    public void anEnvironment() throws Exception {
        assertNoViolation("environment?service=shop&environment=production");
    }

    @Test
    public void whereNothingIsRecorded() throws Exception {
        assertNoViolation("environment?service=shop&environment=moon");
        server.serve(folder.getRoot().toPath().resolve("none"), now);
        assertNoViolation("");
    }

    private void assertNoViolation(String page) throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            server.speak(locale);
            for (boolean dark : List.of(false, true)) {
                for (int width : List.of(1200, 360)) {
                    browser.dark(dark);
                    browser.size(width, 900);
                    browser.open(server.url(page));
                    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true })");
                    browser.run(axe());
                    assertEquals(
                            page + " dark: " + dark + ", width: " + width,
                            "",
                            browser.run("axe.run().then((found) => found.violations.map((each) => each.id + ': '"
                                    + " + each.nodes.map((node) => node.html + ' ' + node.failureSummary).join('\\n'))"
                                    + ".join('\\n'))"));
                }
            }
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = AccessiblePageTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";null";
        }
    }
}
