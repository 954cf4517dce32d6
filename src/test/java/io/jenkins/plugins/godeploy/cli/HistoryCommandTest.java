package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.Deployments;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HistoryCommandTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Cli cli;
    private Path file;

    @Before
    public void history() throws IOException {
        cli = new Cli(folder.getRoot().toPath());
        file = cli.folder.resolve(".godeploy/history.jsonl");
        HistoryStore store = new HistoryStore(file, 100);
        store.append(Deployments.of("shop", "production", "1.0.0", Result.SUCCEEDED, "web1", "web2"));
        store.append(Deployments.of("shop", "staging", "1.1.0-rc1", Result.RETURNED, "web9"));
    }

    @Test
    public void isOneLineADeploymentNewestFirst() {
        assertEquals(0, cli.run("history"));

        assertEquals("""
                NUMBER  KIND    SERVICE  ENVIRONMENT  VERSION    RESULT     HOSTS  DURATION  SENT    WHEN                  ACTOR
                #2      deploy  shop     staging      1.1.0-rc1  returned   1/1    4.2s      1.0 kB  2026-03-01 12:00:00Z  alice
                #1      deploy  shop     production   1.0.0      succeeded  2/2    4.2s      2.0 kB  2026-03-01 12:00:00Z  alice
                """, cli.out);
        assertEquals("", cli.err);
    }

    @Test
    public void isFilteredByEachField() {
        assertNumbers("#1", "-e", "production");
        assertNumbers("#1", "--host", "web2");
        assertNumbers("#2", "--release-version", "1.1.0-rc1");
        assertNumbers("#2", "--result", "returned");
        assertNumbers("#2", "-n", "1");
        assertNumbers("#2#1", "--service", "shop");
        assertNumbers("", "--service", "till");
    }

    @Test
    public void isAPageInOneFile() throws Exception {
        Path page = cli.folder.resolve("page.html");

        assertEquals(0, cli.run("history", "--html", page.toString()));

        assertEquals(page + "\n", cli.out);
        assertTrue(Files.readString(page).contains("1.1.0-rc1"));
    }

    @Test
    public void isNoPageOfAChoice() {
        Path page = cli.folder.resolve("page.html");

        assertEquals(2, cli.run("history", "--html", page.toString(), "-e", "production"));

        assertTrue(cli.err, cli.err.contains("--html writes the whole history; leave out --json"));
        assertTrue(Files.notExists(page));
    }

    @Test
    public void saysWhereAPageCannotBeWritten() {
        assertEquals(
                2,
                cli.run(
                        "history",
                        "--html",
                        cli.folder.resolve("none/page.html").toString()));

        assertTrue(cli.err, cli.err.contains("cannot be written; name a file in a folder that is there and yours."));
    }

    @Test
    public void saysWhenThereIsNone() {
        assertEquals(0, cli.run("history", "--history", cli.folder + "/none.jsonl"));

        assertTrue(cli.out, cli.out.startsWith("No deployment is recorded in "));
    }

    @Test
    public void isAnArrayAsJson() throws Exception {
        assertEquals(0, cli.run("history", "--json"));

        JsonNode array = new ObjectMapper().readTree(cli.out);
        assertEquals(2, array.size());
        assertEquals(2, array.get(0).get("number").asInt());
        assertEquals("returned", array.get(0).get("result").asText());
        assertEquals("1.0.0", array.get(1).get("hosts").get(1).get("version").asText());
    }

    @Test
    public void tellsOfLinesThatCannotBeRead() throws Exception {
        Files.writeString(file, "torn", StandardOpenOption.APPEND);

        assertEquals(0, cli.run("history", "--json"));

        assertEquals(2, new ObjectMapper().readTree(cli.out).size());
        assertEquals("go-deploy: " + file + ":3: this line cannot be read and is left out.\n", cli.err);
    }

    @Test
    public void hostileNamesDoNotReachTheTerminal() throws Exception {
        new HistoryStore(file, 100).append(Deployments.hostile("\u001b[2J\u202E\nx"));

        cli.run("history");

        assertEquals(4, cli.out.lines().count());
        assertTrue(cli.out, cli.out.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f));
    }

    private void assertNumbers(String numbers, String... filters) {
        assertEquals(0, cli.run("history", filters));
        StringBuilder found = new StringBuilder();
        cli.out.lines().filter(line -> line.startsWith("#")).forEach(line -> found.append(line, 0, 2));
        assertEquals(numbers, found.toString());
    }
}
