package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HistoryIndexTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private HistoryStore store;
    private HistoryIndex index;

    @Before
    public void empty() {
        file = folder.getRoot().toPath().resolve("history.jsonl");
        store = new HistoryStore(file, 100);
        index = new HistoryIndex(file);
    }

    @Test
    public void aStoreThatWasNeverWrittenIsEmpty() throws Exception {
        assertEquals(List.of(), index.entries());
        assertEquals(Optional.empty(), index.find(1));
        assertEquals(List.of(), index.corruptLines());
    }

    @Test
    public void whatIsAppendedIsSeen() throws Exception {
        store.append(Deployments.of("1"));
        assertEquals(List.of("1"), versions());

        store.append(Deployments.of("2"));
        store.append(Deployments.of("3"));
        assertEquals(List.of("1", "2", "3"), versions());
    }

    @Test
    public void anEntrySaysInShortWhatTheRecordSays() throws Exception {
        HistoryRecord kept = store.append(Deployments.of("shop", "staging", "1.0.0", Result.PARTIAL, "web1", "web2"));
        Deployment deployment = kept.deployment();

        assertEquals(
                List.of(new HistoryEntry(
                        1,
                        Deployment.Kind.DEPLOY,
                        "shop",
                        "staging",
                        "1.0.0",
                        "1.0.0-0123456789ab",
                        "c0ffee",
                        deployment.commitDate(),
                        Result.PARTIAL,
                        deployment.startedAt(),
                        deployment.startedAt().plusMillis(4200),
                        "alice",
                        null,
                        null,
                        List.of("1.0.0-0123456789ab"),
                        List.of("web1", "web2"),
                        2)),
                index.entries());
    }

    @Test
    public void recordsAreFoundByNumber() throws Exception {
        HistoryRecord first = store.append(Deployments.of("1.0.0-\u00e9\u4e2d"));
        HistoryRecord second = store.append(Deployments.of("2"));

        assertEquals(Optional.of(first), index.find(1));
        assertEquals(Optional.of(second), index.find(2));
        assertEquals(Optional.empty(), index.find(0));
        assertEquals(Optional.empty(), index.find(3));
    }

    @Test
    public void aLineWithoutAnEndIsAwaited() throws Exception {
        store.append(Deployments.of("1"));
        String line = Files.readString(file).replace("\"number\":1", "\"number\":2");
        append(line.substring(0, 40));
        assertEquals(List.of("1"), versions());
        assertEquals(List.of(), index.corruptLines());

        append(line.substring(40));
        assertEquals(List.of("1", "1"), versions());
    }

    @Test
    public void linesThatCannotBeReadAreTold() throws Exception {
        append("garbage\n");
        assertEquals(List.of(1L), index.corruptLines());
        store.append(Deployments.of("1"));
        append("{}\n");

        assertEquals(List.of("1"), versions());
        assertEquals(List.of(1L, 3L), index.corruptLines());
        assertEquals(store.corruptLines(), index.corruptLines());
    }

    @Test
    public void aStoreThatBecameSmallerIsReadAnew() throws Exception {
        HistoryStore small = new HistoryStore(file, 10);
        for (int i = 1; i <= 10; i++) {
            small.append(Deployments.of("" + i));
        }
        assertEquals(10, index.entries().size());
        for (int i = 11; i <= 20; i++) {
            small.append(Deployments.of("" + i));
        }

        assertEquals(
                small.query(HistoryQuery.newest(100)).size(), index.entries().size());
        assertEquals(small.find(20), index.find(20));
        assertEquals(Optional.empty(), index.find(1));
    }

    @Test
    public void anotherFileInTheSamePlaceIsReadAnew() throws Exception {
        store.append(Deployments.of("1"));
        index.entries();

        String other = Files.readString(file).replace("\"number\":1", "\"number\":7");
        Files.writeString(file, other + other.replace("\"number\":7", "\"number\":8"));
        assertEquals(
                List.of(7L, 8L),
                index.entries().stream().map(HistoryEntry::number).toList());

        Files.delete(file);
        assertEquals(List.of(), index.entries());
    }

    private void append(String text) throws Exception {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> versions() throws Exception {
        return index.entries().stream().map(HistoryEntry::version).toList();
    }
}
