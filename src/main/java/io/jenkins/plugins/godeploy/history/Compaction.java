package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a store's file smaller: a new file with the records that stay takes its place at once. Lines that cannot be
 * read go to a file of their own beside it, {@code <name>.corrupt}.
 */
final class Compaction {
    private final Path file;
    private final int records;

    /** @param records how many of the newest stay in any case */
    Compaction(Path file, int records) {
        this.file = file;
        this.records = records;
    }

    /** The caller holds the store's lock. */
    void run() throws IOException {
        Set<Long> stay = new HashSet<>();
        if (!tooMany(stay)) {
            return;
        }
        Path smaller = file.resolveSibling(file.getFileName() + ".new");
        Path corrupt = file.resolveSibling(file.getFileName() + ".corrupt");
        // Read and written byte by byte, so that what is corrupt stays as it is.
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
                BufferedWriter out = Files.newBufferedWriter(smaller, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<HistoryRecord> kept = StoreLine.read(line);
                if (kept.isEmpty()) {
                    Files.write(
                            corrupt,
                            List.of(line),
                            StandardCharsets.ISO_8859_1,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                } else if (stay.contains(kept.get().number())) {
                    out.write(line + "\n");
                }
            }
        }
        try (FileChannel channel = FileChannel.open(smaller, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(smaller, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.sync(file.getParent());
    }

    /** Collects the numbers that stay; whether there are others. */
    private boolean tooMany(Set<Long> stay) throws IOException {
        Set<List<String>> newest = new HashSet<>();
        boolean others = false;
        try (LinesBackwards lines = new LinesBackwards(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Optional<HistoryRecord> kept = StoreLine.read(line);
                if (kept.isPresent()) {
                    boolean first = firstOfItsKind(newest, kept.get().deployment());
                    if (first || stay.size() < records) {
                        stay.add(kept.get().number());
                    } else {
                        others = true;
                    }
                }
            }
        }
        return others;
    }

    private static boolean firstOfItsKind(Set<List<String>> seen, Deployment deployment) {
        boolean newest = seen.add(List.of(deployment.service(), deployment.environment()));
        boolean newestGood = deployment.result() == Result.SUCCEEDED
                && seen.add(List.of(deployment.service(), deployment.environment(), "succeeded"));
        return newest || newestGood;
    }
}
