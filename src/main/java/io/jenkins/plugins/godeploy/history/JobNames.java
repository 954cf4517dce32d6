package io.jenkins.plugins.godeploy.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the jobs that have deployed are called now, in a file of its own. A record names its job by a key that never
 * changes, so a job that is renamed or moved keeps its history, and a new job under an old name does not get another's.
 */
public final class JobNames {
    private static final Logger LOGGER = Logger.getLogger(JobNames.class.getName());

    private final Path file;
    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param file one JSON object; made with its folder when the first job gets a key */
    public JobNames(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        if (Files.exists(file)) {
            read();
        }
    }

    /** Without names all records are for administrators only, so a broken file is put aside, not guessed at. */
    private void read() throws IOException {
        try {
            JsonText.read(Files.readString(file)).forEach((key, name) -> names.put(key, (String) name));
        } catch (IllegalArgumentException | ClassCastException | java.nio.charset.CharacterCodingException e) {
            names.clear();
            Path aside = file.resolveSibling(file.getFileName() + ".corrupt");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOGGER.log(
                    Level.WARNING,
                    file + " cannot be read and is now " + aside
                            + "; deployments recorded so far are shown to administrators only",
                    e);
        }
    }

    /** The key of a job, a new one if it has none yet. */
    public synchronized String keyOf(String job) throws IOException {
        Optional<String> known = key(job);
        if (known.isPresent()) {
            return known.get();
        }
        String key = UUID.randomUUID().toString();
        names.put(key, job);
        write();
        return key;
    }

    /** The full name of the job with that key; empty if there is none any more. */
    public synchronized Optional<String> nameOf(String key) {
        return Optional.ofNullable(names.get(key));
    }

    /** Whether a job of that full name has a key. */
    public synchronized boolean knows(String job) {
        return names.containsValue(job);
    }

    /** A job, or a folder of jobs, has another full name now. */
    public synchronized void moved(String from, String to) throws IOException {
        boolean changed = false;
        for (Map.Entry<String, String> entry : names.entrySet()) {
            if (isOrIsIn(entry.getValue(), from)) {
                entry.setValue(to + entry.getValue().substring(from.length()));
                changed = true;
            }
        }
        if (changed) {
            write();
        }
    }

    /** A job, or a folder of jobs, is gone. */
    public synchronized void gone(String name) throws IOException {
        if (names.values().removeIf(each -> isOrIsIn(each, name))) {
            write();
        }
    }

    private Optional<String> key(String job) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(job))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isOrIsIn(String name, String folder) {
        return name.equals(folder) || name.startsWith(folder + "/");
    }

    private void write() throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JsonText.pretty(names).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.sync(file.getParent());
    }
}
