package io.jenkins.plugins.godeploy.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A store's records in short, held in memory, so that overviews, statistics and paging read nothing of the file but what
 * was appended since they were last asked, and the records that they show. It needs about half a kilobyte a record. Safe
 * for use by several threads.
 */
public final class HistoryIndex {
    private final Path file;
    private final List<HistoryEntry> entries = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Long> corrupt = new ArrayList<>();
    private final Map<List<String>, List<String>> hostNames = new HashMap<>();
    private Object fileKey;
    private long indexed;
    private long lines;
    private List<HistoryEntry> snapshot = List.of();

    /** Where a record's line is, in bytes. */
    private record Place(long position, int length) {}

    /** @param file of the store; it need not be there yet */
    public HistoryIndex(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** All records in short, oldest first; a list that does not change. */
    public synchronized List<HistoryEntry> entries() throws IOException {
        refresh();
        return snapshot;
    }

    /** The numbers, from 1, of the lines that cannot be read. */
    public synchronized List<Long> corruptLines() throws IOException {
        refresh();
        return List.copyOf(corrupt);
    }

    /** The record with that number; empty if there is none, or none any more. */
    public synchronized Optional<HistoryRecord> find(long number) throws IOException {
        refresh();
        int found = indexOf(number);
        if (found < 0) {
            return Optional.empty();
        }
        Optional<HistoryRecord> kept = read(places.get(found));
        // Where the file was made smaller just now, another line or none is there.
        return kept.isPresent() && kept.get().number() == number ? kept : new HistoryStore(file, 1).find(number);
    }

    /** Numbers rise with the lines. */
    private int indexOf(long number) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = entries.get(middle).number();
            if (there == number) {
                return middle;
            }
            if (there < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private void refresh() throws IOException {
        BasicFileAttributes attributes = attributes();
        if (attributes == null) {
            forget(null);
            return;
        }
        if (!Objects.equals(attributes.fileKey(), fileKey) || attributes.size() < indexed) {
            forget(attributes.fileKey());
        }
        if (attributes.size() > indexed) {
            if (!isIntact()) {
                forget(attributes.fileKey());
            }
            read();
        }
    }

    private BasicFileAttributes attributes() throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Whether the last record is where it was: a new file may have the key of one that is long gone. */
    private boolean isIntact() throws IOException {
        if (entries.isEmpty()) {
            return corrupt.isEmpty();
        }
        int last = entries.size() - 1;
        return read(places.get(last))
                .filter(kept -> kept.number() == entries.get(last).number())
                .isPresent();
    }

    private void forget(Object newFileKey) {
        entries.clear();
        places.clear();
        hostNames.clear();
        corrupt.clear();
        indexed = 0;
        lines = 0;
        fileKey = newFileKey;
        snapshot = List.of();
    }

    /** Reads on up to the last line that has an end: the one after it is still being written. */
    private void read() throws IOException {
        try (LinesForwards lineReader = new LinesForwards(file, indexed)) {
            for (String line = lineReader.next(); line != null; line = lineReader.next()) {
                lines++;
                Optional<HistoryRecord> kept = StoreLine.read(line);
                if (kept.isPresent()) {
                    entries.add(shared(HistoryEntry.of(kept.get())));
                    places.add(new Place(indexed, (int) (lineReader.position() - 1 - indexed)));
                } else {
                    corrupt.add(lines);
                }
                indexed = lineReader.position();
            }
        }
        snapshot = List.copyOf(entries);
    }

    /** The same hosts take part again and again, so entries share their names. */
    private HistoryEntry shared(HistoryEntry entry) {
        return entry.withHostNames(hostNames.computeIfAbsent(entry.hostNames(), same -> same));
    }

    private Optional<HistoryRecord> read(Place place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(place.length());
        try (FileChannel channel = FileChannel.open(file)) {
            int read = 0;
            while (read >= 0 && bytes.hasRemaining()) {
                read = channel.read(bytes, place.position() + bytes.position());
            }
        }
        return StoreLine.read(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    }
}
