package io.jenkins.plugins.godeploy.history.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** The pages as a reader gets them, drawn by Chromium from what a real store holds. */
public class PageInBrowserTest {
    @ClassRule
    public static final Browser browser = new Browser();

    @ClassRule
    public static final PageServer server = new PageServer();

    private static final String ENVIRONMENT = "environment?service=shop&environment=production";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Instant now = Instant.now();
    private Path file;
    private Records records;

    @Before
    public void usual() {
        file = folder.getRoot().toPath().resolve("history.jsonl");
        records = new Records(file, now);
        browser.size(1200, 900);
        browser.dark(false);
        browser.pointAt(0, 0);
        server.speak(Locale.ENGLISH);
    }

    @After
    public void nothingWasRefusedOrWrong() {
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    public void anEmptyHistoryTellsHowToBegin() throws Exception {
        open("");

        assertEquals(
                Files.readString(Path.of("docs/examples/Jenkinsfile")),
                browser.run("document.querySelector('pre').textContent"));
    }

    @Test
    public void theMatrixTellsWhatRunsWhere() throws Exception {
        shop();
        open("");

        assertEquals(List.of("Service", "production", "staging"), texts(".gd-matrix thead th"));
        assertEquals(List.of("payments", "shop"), texts(".gd-matrix tbody th"));
        assertEquals("never deployed", cell(1, 1));
        assertTrue(cell(1, 2), cell(1, 2).startsWith("0.9.0 2 hr. ago rolled back by alice"));
        String returned = "1.4.0 2 days ago 1.4.1 returned, 3 hr. ago by alice · shop/main #1";
        assertEquals(returned, cell(2, 1));
        assertTrue(
                cell(2, 2),
                cell(2, 2).startsWith("several releases 1 hr. ago 1.4.2 partial, 1 hr. ago · 1 of 3 hosts"));
    }

    @Test
    public void aCellLeadsToItsEnvironmentAndItsBuild() throws Exception {
        shop();
        open("");

        String link = "document.querySelectorAll('.gd-matrix tr')[2].querySelectorAll('a')";
        assertEquals(server.url(ENVIRONMENT), browser.run(link + "[0].href"));
        assertEquals(server.url("jenkins/job/shop/main/1/"), browser.run(link + "[1].href"));
    }

    @Test
    public void aSearchFindsServicesAndOlderDeployments() throws Exception {
        shop();
        open("");
        search("1.3.9");

        browser.waitFor("document.querySelector('#gd-list').textContent === 'Deployments that fit'");
        browser.waitFor("document.querySelectorAll('[aria-labelledby=gd-list] tbody tr').length === 1");
        assertEquals("No service fits.", visible("[aria-labelledby=gd-matrix] p"));

        search("PAY");
        assertEquals(List.of("payments"), texts(".gd-matrix tbody tr:not([hidden]) th"));
    }

    @Test
    public void olderDeploymentsAreReadWhenTheyAreAskedFor() throws Exception {
        for (int i = 25; i > 0; i--) {
            records.good(i, "shop", "production", "1." + i);
        }
        open("");
        String rows = "document.querySelectorAll('[aria-labelledby=gd-list] tbody tr').length";
        assertEquals("10", browser.run(rows));

        String older = "document.querySelector('[aria-labelledby=gd-list] .gd-older button')";
        browser.run(older + ".click()");
        browser.waitFor(rows + " === 20");
        browser.run(older + ".click()");
        browser.waitFor(rows + " === 25");
        assertEquals("true", browser.run(older + ".hidden"));
        assertEquals(
                "25",
                browser.run("String(new Set(Array.from(document.querySelectorAll("
                        + "'[aria-labelledby=gd-list] tbody th'), (each) => each.textContent)).size)"));
    }

    @Test
    public void theFourKeysCompareWithTheTimeBefore() throws Exception {
        for (int day = 1; day <= 30; day++) {
            records.good((60 - day) * 24 + 1, "shop", "production", "1." + day);
        }
        for (int day = 1; day <= 15; day++) {
            records.good((30 - day) * 24 + 1, "shop", "production", "2." + day);
        }
        open("");

        List<String> keys = texts("[aria-labelledby=gd-keys] > .gd-scroll tbody td");
        assertEquals("3.5 ↓less before: 7", keys.get(0));
        assertEquals("5 hr =the same before: 5 hr", keys.get(1));

        browser.run("document.querySelector('#gd-span').value = '7';"
                + "document.querySelector('#gd-span').dispatchEvent(new Event('change'))");
        browser.waitFor("document.querySelector('#gd-keys').textContent.includes('last 7 days')");
        assertEquals("7", browser.run("document.querySelector('#gd-span').value"));
    }

    @Test
    public void anEnvironmentTellsWhatServesAndWhyTheLastOneDidNot() throws Exception {
        shop();
        open(ENVIRONMENT);

        assertEquals("shop in production", visible(".gd-title"));
        assertEquals(
                List.of("1.4.0 serves on 3 of 3 hosts · 2 days ago · by alice · shop/main #1"), texts(".gd-answer li"));
        String why = visible("[aria-labelledby=gd-why]");
        assertTrue(why, why.contains("The health check on web3 answered 503."));
        assertTrue(why, why.contains("no database"));
        assertEquals(List.of("web1", "web2", "web3"), texts("[aria-labelledby=gd-hosts] tbody th"));
        assertEquals("2", browser.run("String(document.querySelectorAll('.gd-timeline li').length)"));
        assertEquals("4", browser.run("String(document.querySelectorAll('.gd-bars').length)"));
    }

    @Test
    public void anEnvironmentTellsWhatChanged() throws Exception {
        Commit first = new Commit("a".repeat(40), now.minus(Duration.ofDays(9)), "Ann", "Begin");
        Commit second = new Commit("b".repeat(40), now.minus(Duration.ofDays(3)), "Ben", "Go on");
        String before = records.release("shop", "1.0.0", Map.of("x/net", "v0.31.0"), first);
        String after = records.release("shop", "1.1.0", Map.of("x/net", "v0.32.0"), second, first);
        records.good(48, "shop", "production", before);
        records.good(24, "shop", "production", after);
        open(ENVIRONMENT);

        String changes = visible("[aria-labelledby=gd-changes]");
        assertTrue(changes, changes.contains("From 1.0.0 to 1.1.0"));
        assertTrue(changes, changes.contains("Commits: 1, by people: 1"));
        assertTrue(changes, changes.contains("bbbbbbbbbb Go on Ben 3 days ago"));
        assertFalse(changes, changes.contains("Begin"));
        assertTrue(changes, changes.contains("x/net v0.31.0 v0.32.0"));
    }

    @Test
    public void nothingMovesUnderThePointer() throws Exception {
        shop();
        open("");
        int y = Integer.parseInt(browser.run(
                "String(Math.round(document.querySelector('.gd-matrix').getBoundingClientRect().top) + 20)"));
        browser.pointAt(200, y);
        browser.waitFor("document.querySelector('.gd-page').matches(':hover')");
        records.good(0, "newcomer", "production", "1.0.0");
        String top = browser.run("String(document.querySelector('.gd-matrix').getBoundingClientRect().top)");

        browser.run("goDeploy.page.refresh()");

        assertEquals("There is something new.", visible("[role=status]"));
        assertEquals(List.of("payments", "shop"), texts(".gd-matrix tbody th"));
        assertEquals(top, browser.run("String(document.querySelector('.gd-matrix').getBoundingClientRect().top)"));
        browser.run("document.querySelector('.gd-bar button').click()");
        assertEquals(List.of("newcomer", "payments", "shop"), texts(".gd-matrix tbody th"));
    }

    @Test
    public void whatIsNewAppearsWhereNobodyIsAtIt() throws Exception {
        shop();
        open("");
        browser.run("document.querySelector('details').open = true");
        records.good(0, "newcomer", "production", "1.0.0");

        browser.run("goDeploy.page.refresh()");

        assertEquals(List.of("newcomer", "payments", "shop"), texts(".gd-matrix tbody th"));
        assertEquals("true", browser.run("document.querySelector('details').open"));
        assertTrue(visible("[role=status]").startsWith("Up to date: "));
    }

    @Test
    public void theWholePageIsChineseForWhoReadsChinese() throws Exception {
        shop();
        server.speak(Locale.SIMPLIFIED_CHINESE);
        open("");

        assertTrue(cell(2, 1), cell(2, 1).contains("已退回"));
        assertEquals("从未部署", cell(1, 1));
    }

    @Test
    public void theNarrowPageScrollsNothingButItsTables() throws Exception {
        shop();
        for (String page : List.of("", ENVIRONMENT)) {
            browser.size(360, 800);
            open(page);
            assertEquals(page, "true", browser.run("document.documentElement.scrollWidth <= 360"));
        }
        open("");
        assertEquals(
                "a card has no scrolling",
                "true",
                browser.run("(() => { const box = document.querySelector('.gd-scroll');"
                        + "return box.scrollWidth <= box.clientWidth + 1 })()"));
        assertEquals("production", visible(".gd-matrix .gd-label"));
    }

    @Test
    public void anErrorIsToldAndCanBeTriedAgain() throws Exception {
        open("?x=1");
        browser.run("window.fetch = async () => ({ ok: false, status: 503 }); goDeploy.page.refresh()");

        assertEquals("The history could not be read (HTTP 503). Try again", visible("[role=status]"));
    }

    private void shop() throws IOException {
        records.good(49, "shop", "production", "1.4.0");
        records.returned(4, "shop", "production", "1.4.1", "1.4.0");
        records.good(30, "shop", "staging", "1.3.9");
        records.partial(2, "shop", "staging", "1.4.2", "1.4.1");
        records.good(20, "payments", "staging", "1.0.0");
        records.rolledBack(3, "payments", "staging", "0.9.0");
    }

    private void open(String page) {
        server.serve(file, now);
        browser.open(server.url(page));
    }

    private void search(String text) {
        browser.run("(() => { const box = document.querySelector('#gd-search'); box.value = '" + text + "';"
                + "box.dispatchEvent(new Event('input')) })()");
    }

    /** The text of a cell of the matrix, both counted from 1, its label left out. */
    private String cell(int row, int column) {
        return browser.run(
                "Array.from(document.querySelectorAll('.gd-matrix tbody tr')[" + (row - 1)
                        + "].querySelectorAll('td')[" + (column - 1)
                        + "].querySelectorAll(':scope > :not(.gd-label)'), (each) => each.innerText).join(' ').replace(/\\s+/g, ' ').trim()");
    }

    private String visible(String selector) {
        return browser.run("document.querySelector(\"" + selector + "\").innerText.replace(/\\s+/g, ' ').trim()");
    }

    private List<String> texts(String selector) {
        return List.of(browser.run("Array.from(document.querySelectorAll(\"" + selector
                        + "\"), (each) => each.textContent.replace(/\\s+/g, ' ').trim()).join('\\n')")
                .split("\n"));
    }
}
