package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Deployment records in a file, one line of JSON each, oldest first. Lines are only ever appended, by one writer at a
 * time over all threads and processes, and are on the disk when {@link #append} returns. A line that cannot be read is
 * passed over by queries and told by {@link #corruptLines}. Readers need no lock.
 */
public final class HistoryStore {
    /** How many records a store keeps if nothing else is said. */
    public static final int RECORDS = 10_000;

    private static final Logger LOGGER = Logger.getLogger(HistoryStore.class.getName());

    /** How many deployments are searched for what a host recorded last. */
    private static final int HEADS = 20;

    private final Path file;
    private final int records;

    /**
     * @param file made with its folder when the first record is kept
     * @param records how many to keep at least; up to a tenth more, then the oldest go, except the newest, and the
     *     newest that succeeded, of each service in each environment
     */
    public HistoryStore(Path file, int records) {
        if (records < 1) {
            throw new IllegalArgumentException("A store keeps at least one record, not " + records + ".");
        }
        this.file = file.toAbsolutePath();
        this.records = records;
    }

    /** Keeps a deployment of the command line under the next number. */
    public HistoryRecord append(Deployment deployment) throws IOException {
        return append(deployment, null);
    }

    /**
     * Keeps a deployment under the next number.
     *
     * @param build that did it; null on the command line
     */
    public HistoryRecord append(Deployment deployment, RecordedBuild build) throws IOException {
        Files.createDirectories(file.getParent());
        try (StoreLock lock = new StoreLock(file)) {
            HistoryRecord kept = new HistoryRecord(lastNumber() + 1, deployment, build);
            boolean first = !Files.exists(file);
            write(StoreLine.of(kept) + "\n");
            if (first) {
                Folders.sync(file.getParent());
            }
            if (kept.number() % Math.max(1, records / 10) == 0) {
                compact();
            }
            return kept;
        }
    }

    /** What is asked for, newest first. */
    public List<HistoryRecord> query(HistoryQuery query) throws IOException {
        List<HistoryRecord> found = new ArrayList<>();
        if (query.limit() == 0 || !Files.exists(file)) {
            return found;
        }
        int left = query.offset();
        try (LinesBackwards lines = new LinesBackwards(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Optional<HistoryRecord> kept = StoreLine.read(line).filter(each -> query.matches(each.deployment()));
                if (kept.isEmpty()) {
                    continue;
                }
                if (left > 0) {
                    left--;
                } else {
                    found.add(kept.get());
                }
                if (found.size() == query.limit()) {
                    break;
                }
            }
        }
        return found;
    }

    /** The record with that number; empty if there is none, or none any more. */
    public Optional<HistoryRecord> find(long number) throws IOException {
        if (Files.exists(file)) {
            try (LinesBackwards lines = new LinesBackwards(file)) {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    Optional<HistoryRecord> kept = StoreLine.read(line);
                    if (kept.isPresent() && kept.get().number() <= number) {
                        return kept.filter(each -> each.number() == number);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The newest record of a service in an environment. */
    public Optional<HistoryRecord> last(String service, String environment) throws IOException {
        return query(HistoryQuery.last(service, environment)).stream().findFirst();
    }

    /** The newest record of a service in an environment that succeeded. */
    public Optional<HistoryRecord> lastSucceeded(String service, String environment) throws IOException {
        return query(HistoryQuery.lastSucceeded(service, environment)).stream().findFirst();
    }

    /**
     * The journals' last lines of a service's hosts in an environment: by host name, the newest SHA-256 that was recorded.
     */
    public Map<String, String> journalHeads(String service, String environment) throws IOException {
        Map<String, String> heads = new HashMap<>();
        HistoryQuery all = new HistoryQuery(service, environment, null, null, null, 0, HEADS);
        for (HistoryRecord kept : query(all)) {
            for (HostResult host : kept.deployment().hosts()) {
                if (host.journalHead() != null) {
                    heads.putIfAbsent(host.host(), host.journalHead());
                }
            }
        }
        return heads;
    }

    /** The numbers, from 1, of the lines that cannot be read. */
    public List<Long> corruptLines() throws IOException {
        List<Long> corrupt = new ArrayList<>();
        if (!Files.exists(file)) {
            return corrupt;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (StoreLine.read(line).isEmpty()) {
                    corrupt.add(number);
                }
            }
        }
        return corrupt;
    }

    /** The record is kept by now, and the next time may do better, so a failure is told and no more. */
    private void compact() {
        try {
            new Compaction(file, records).run();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The deployment history " + file + " could not be made smaller", e);
        }
    }

    /** A line that cannot be read may have held a record with a number, which is not given again. */
    private long lastNumber() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        long corrupt = 0;
        try (LinesBackwards lines = new LinesBackwards(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Optional<HistoryRecord> kept = StoreLine.read(line);
                if (kept.isPresent()) {
                    return kept.get().number() + corrupt;
                }
                corrupt++;
            }
        }
        return corrupt;
    }

    private void write(String line) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            // A writer that died left its line without an end; what follows must not become part of it.
            String start = size > 0 && byteAt(channel, size - 1) != '\n' ? "\n" : "";
            ByteBuffer bytes = ByteBuffer.wrap((start + line).getBytes(StandardCharsets.UTF_8));
            try {
                long position = size;
                while (bytes.hasRemaining()) {
                    position += channel.write(bytes, position);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(size);
                throw e;
            }
        }
    }

    private static byte byteAt(FileChannel channel, long position) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        channel.read(one, position);
        return one.get(0);
    }
}
