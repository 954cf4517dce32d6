package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HistoryStoreConcurrencyTest {
    private static final int EACH = 40;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void threadsShareAStore() throws Exception {
        Path file = folder.getRoot().toPath().resolve("history.jsonl");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ends.add(threads.submit(() -> Appender.append(file)));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();

        assertComplete(file, 4 * EACH);
    }

    @Test
    public void processesShareAStore() throws Exception {
        Path file = folder.getRoot().toPath().resolve("history.jsonl");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Appender.class.getName(),
                            file.toString())
                    .inheritIO()
                    .start());
        }
        for (Process process : processes) {
            assertEquals(0, process.waitFor());
        }

        assertComplete(file, 2 * EACH);
    }

    private static void assertComplete(Path file, int records) throws IOException {
        HistoryStore store = new HistoryStore(file, 1000);
        List<Long> numbers = store.query(HistoryQuery.newest(1000)).stream()
                .map(HistoryRecord::number)
                .sorted()
                .toList();
        assertEquals(LongStream.rangeClosed(1, records).boxed().toList(), numbers);
        assertEquals(List.of(), store.corruptLines());
    }

    /** Appends to the store that its argument names. */
    public static final class Appender {
        private Appender() {}

        public static void main(String[] arguments) throws IOException {
            append(Path.of(arguments[0]));
        }

        static Void append(Path file) throws IOException {
            for (int i = 0; i < EACH; i++) {
                new HistoryStore(file, 1000).append(Deployments.of("1." + i));
            }
            return null;
        }
    }
}
