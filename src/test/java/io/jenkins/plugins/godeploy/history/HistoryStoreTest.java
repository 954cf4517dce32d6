package io.jenkins.plugins.godeploy.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HistoryStoreTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private HistoryStore store;

    @Before
    public void store() {
        file = folder.getRoot().toPath().resolve("deep/history.jsonl");
        store = new HistoryStore(file, 100);
    }

    @Test
    public void aStoreThatWasNeverWrittenIsEmpty() throws Exception {
        assertEquals(List.of(), store.query(HistoryQuery.newest(10)));
        assertEquals(Optional.empty(), store.find(1));
        assertEquals(List.of(), store.corruptLines());
        assertFalse(Files.exists(file));
    }

    @Test
    public void numbersRise() throws Exception {
        assertEquals(1, store.append(Deployments.of("1.0.0")).number());
        assertEquals(2, store.append(Deployments.of("1.1.0")).number());
        assertEquals(
                3, new HistoryStore(file, 100).append(Deployments.of("1.2.0")).number());
    }

    @Test
    public void theNewestComesFirstAndPagesFollowEachOther() throws Exception {
        append("1", "2", "3", "4", "5");

        assertEquals(List.of("5", "4"), versions(new HistoryQuery(null, null, null, null, null, 0, 2)));
        assertEquals(List.of("3", "2"), versions(new HistoryQuery(null, null, null, null, null, 2, 2)));
        assertEquals(List.of("1"), versions(new HistoryQuery(null, null, null, null, null, 4, 2)));
        assertEquals(List.of(), versions(new HistoryQuery(null, null, null, null, null, 0, 0)));
    }

    @Test
    public void eachFieldFilters() throws Exception {
        store.append(Deployments.of("shop", "staging", "1", Result.SUCCEEDED, "a"));
        store.append(Deployments.of("shop", "production", "2", Result.RETURNED, "a", "b"));
        store.append(Deployments.of("till", "production", "3", Result.SUCCEEDED, "b"));

        assertEquals(List.of("2", "1"), versions(new HistoryQuery("shop", null, null, null, null, 0, 9)));
        assertEquals(List.of("3", "2"), versions(new HistoryQuery(null, "production", null, null, null, 0, 9)));
        assertEquals(List.of("2", "1"), versions(new HistoryQuery(null, null, "a", null, null, 0, 9)));
        assertEquals(List.of("3"), versions(new HistoryQuery(null, null, null, "3", null, 0, 9)));
        assertEquals(List.of("3"), versions(new HistoryQuery(null, null, null, "3-0123456789ab", null, 0, 9)));
        assertEquals(List.of("2"), versions(new HistoryQuery(null, null, null, null, Result.RETURNED, 0, 9)));
    }

    @Test
    public void theLastAndTheLastGoodOneAreFound() throws Exception {
        append("1");
        store.append(Deployments.of("shop", "production", "2", Result.RETURNED));

        assertEquals(
                "2", store.last("shop", "production").orElseThrow().deployment().version());
        assertEquals(
                "1",
                store.lastSucceeded("shop", "production")
                        .orElseThrow()
                        .deployment()
                        .version());
        assertEquals(Optional.empty(), store.last("shop", "staging"));
    }

    @Test
    public void aRecordIsFoundByItsNumber() throws Exception {
        append("1", "2", "3");

        assertEquals("2", store.find(2).orElseThrow().deployment().version());
        assertEquals(Optional.empty(), store.find(4));
    }

    @Test
    public void aRecordKnowsTheBuildThatDidIt() throws Exception {
        RecordedBuild build = new RecordedBuild("key", "team/\u202Eshop", 12);

        store.append(Deployments.of("1"), build);
        store.append(Deployments.of("2"));

        assertEquals(build, store.find(1).orElseThrow().build());
        assertNull(store.find(2).orElseThrow().build());
    }

    @Test
    public void aTornLastLineIsClosedAndTold() throws Exception {
        append("1", "2");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));

        HistoryRecord next = store.append(Deployments.of("3"));

        assertEquals(List.of("3", "1"), versions(HistoryQuery.newest(9)));
        assertEquals(List.of(2L), store.corruptLines());
        assertEquals("the number of the torn line is not given again", 3, next.number());
    }

    @Test
    public void aLineWithoutItsEndIsStillALine() throws Exception {
        append("1");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        append("2");

        assertEquals(List.of("2", "1"), versions(HistoryQuery.newest(9)));
        assertEquals(List.of(), store.corruptLines());
    }

    @Test
    public void aCorruptLineInTheMiddleHidesNothingElse() throws Exception {
        append("1", "2", "3");
        List<String> lines = Files.readAllLines(file);
        lines.set(1, "\u0000\u00ff" + lines.get(1).substring(10));
        Files.write(file, lines, ISO_8859_1);

        assertEquals(List.of("3", "1"), versions(HistoryQuery.newest(9)));
        assertEquals(List.of(2L), store.corruptLines());
        assertEquals(4, store.append(Deployments.of("4")).number());
    }

    @Test
    public void hostileTextsDoNotBreakTheStore() throws Exception {
        for (String text : new String[] {"a\nb", "\"\\", "\0\u001b[2J", "a".repeat(10_000), "\u202Etxt", "\uD800"}) {
            Deployment hostile = Deployments.hostile(text);
            long number = store.append(hostile).number();

            assertEquals(hostile, store.find(number).orElseThrow().deployment());
        }
        assertEquals(6, Files.readAllLines(file).size());
    }

    @Test
    public void linesLongerThanABlockAreReadBackwards() throws Exception {
        append("1");
        store.append(Deployments.hostile("x".repeat(100_000)));
        append("3");

        assertEquals(
                List.of(3L, 2L, 1L),
                store.query(HistoryQuery.newest(9)).stream()
                        .map(HistoryRecord::number)
                        .toList());
    }

    @Test
    public void theOldestGoWhenThereAreTooMany() throws Exception {
        store = new HistoryStore(file, 10);
        for (int i = 1; i <= 25; i++) {
            append("1." + i);
        }

        assertEquals(10, Files.readAllLines(file).size());
        assertEquals(25, store.query(HistoryQuery.newest(1)).get(0).number());
        assertEquals(Optional.empty(), store.find(15));
        assertEquals(26, store.append(Deployments.of("2")).number());
    }

    @Test
    public void theNewestOfEachServiceAndEnvironmentStays() throws Exception {
        store = new HistoryStore(file, 10);
        store.append(Deployments.of("shop", "staging", "good", Result.SUCCEEDED));
        store.append(Deployments.of("shop", "staging", "bad", Result.RETURNED));
        for (int i = 1; i <= 28; i++) {
            append("1." + i);
        }

        assertEquals(
                "bad", store.last("shop", "staging").orElseThrow().deployment().version());
        assertEquals(
                "good",
                store.lastSucceeded("shop", "staging")
                        .orElseThrow()
                        .deployment()
                        .version());
    }

    @Test
    public void corruptLinesAreKeptAsideByCompaction() throws Exception {
        store = new HistoryStore(file, 10);
        append("1");
        Files.write(file, new byte[] {'b', (byte) 0xff, 'd', '\n'}, StandardOpenOption.APPEND);
        for (int i = 3; i <= 20; i++) {
            append("1." + i);
        }

        assertEquals(List.of(), store.corruptLines());
        assertEquals(List.of("b\u00ffd"), Files.readAllLines(file.resolveSibling("history.jsonl.corrupt"), ISO_8859_1));
    }

    @Test
    public void aRecordIsKeptThoughTheStoreCannotBeMadeSmaller() throws Exception {
        append("1");
        Files.createDirectory(file.resolveSibling("history.jsonl.new"));
        store = new HistoryStore(file, 1);

        assertEquals(2, store.append(Deployments.of("2")).number());

        assertEquals(List.of("2", "1"), versions(HistoryQuery.newest(9)));
    }

    @Test
    public void aStoreThatCannotBeWrittenSaysSo() throws Exception {
        Files.createDirectories(file);

        assertThrows(IOException.class, () -> store.append(Deployments.of("1")));
    }

    private void append(String... versions) throws IOException {
        for (String version : versions) {
            store.append(Deployments.of(version));
        }
    }

    private List<String> versions(HistoryQuery query) throws IOException {
        return store.query(query).stream()
                .map(kept -> kept.deployment().version())
                .toList();
    }
}
