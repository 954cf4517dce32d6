package io.jenkins.plugins.godeploy.history.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.history.HistoryIndex;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import io.jenkins.plugins.godeploy.testing.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The pages in one file, opened from the disk. */
public class HtmlFileTest {
    @ClassRule
    public static final Browser browser = new Browser();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Instant now = Instant.now();
    private Path file;

    @Before
    public void light() {
        file = folder.getRoot().toPath().resolve("history.jsonl");
        browser.size(1200, 900);
        browser.dark(false);
    }

    @Test
    public void itIsDrawnAndAsksForNothingElse() throws Exception {
        Records records = new Records(file, now);
        records.good(30, "shop", "production", "1.4.0");
        records.returned(3, "shop", "production", "1.4.1", "1.4.0");
        open();

        assertEquals("1.4.0", browser.run("document.querySelector('.gd-cell .gd-version').textContent"));
        assertEquals(
                "2", browser.run("String(document.querySelectorAll('[aria-labelledby=gd-list] tbody tr').length)"));
        assertEquals(1, browser.requests().size());
        assertEquals(List.of(), browser.complaints());
        assertTrue(browser.run("getComputedStyle(document.querySelector('.gd-controls')).display"), styled());
    }

    @Test
    public void aCellLeadsToItsEnvironmentAndBack() throws Exception {
        Records records = new Records(file, now);
        records.good(30, "shop", "production", "1.4.0");
        open();

        browser.run("document.querySelector('.gd-cell').click()");
        browser.waitFor("document.querySelector('.gd-title')");
        assertEquals("shop in production", browser.run("document.querySelector('.gd-title').textContent"));
        browser.run("document.querySelector('.gd-all').click()");
        browser.waitFor("document.querySelector('.gd-matrix')");
        assertEquals(1, browser.requests().size());
    }

    @Test
    public void itsSearchFindsAHost() throws Exception {
        Records records = new Records(file, now);
        for (int i = 60; i > 0; i--) {
            records.good(i, "shop", "production", "1." + i);
        }
        open();
        String rows = "document.querySelectorAll('[aria-labelledby=gd-list] tbody tr').length";
        browser.run("(() => { const box = document.querySelector('#gd-search'); box.value = 'WEB2';"
                + "box.dispatchEvent(new Event('input')) })()");
        browser.waitFor(rows + " === 50");
        browser.run("document.querySelector('.gd-older button').click()");
        browser.waitFor(rows + " === 60");
    }

    @Test
    public void anEmptyHistorySaysSo() throws Exception {
        open();
        assertEquals(
                "No deployment is recorded in this history.",
                browser.run("document.querySelector('.gd-notice').textContent"));
    }

    @Test
    public void aScriptThatIsNotItsOwnDoesNotRun() throws Exception {
        Path page = write();
        Files.writeString(page, Files.readString(page).replace("</body>", "<script>window.pwned = 1</script></body>"));
        browser.open(page.toUri().toString());

        assertEquals(null, browser.run("window.pwned"));
        assertTrue(
                browser.complaints().toString(), browser.complaints().toString().contains("Content Security Policy"));
    }

    private boolean styled() {
        return browser.run("getComputedStyle(document.querySelector('.gd-controls')).display")
                .equals("flex");
    }

    private void open() throws Exception {
        browser.open(write().toUri().toString());
    }

    private Path write() throws Exception {
        HistoryView history = new HistoryView(new HistoryIndex(file), HistoryView.Viewer.ALL);
        Path page = folder.getRoot().toPath().resolve("page.html");
        Files.writeString(
                page, new HtmlFile(history, ReleaseStore.beside(file)).text(new Span(now, Span.USUAL), Locale.ENGLISH));
        return page;
    }
}
