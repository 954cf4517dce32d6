package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Descriptions of the releases that were deployed, a file {@code <service>/<id>.json} each, so that what changed between
 * two of them can be told when their builds are gone.
 */
public final class ReleaseStore {
    /** How many of each service a store keeps if nothing else is said. */
    public static final int RELEASES = 200;

    private static final Logger LOGGER = Logger.getLogger(ReleaseStore.class.getName());
    private static final String SUFFIX = ".json";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_~-]{0,140}");

    private final Path folder;
    private final int releases;

    /**
     * @param folder made when the first release is kept
     * @param releases how many of each service to keep; more, and those that were deployed first long ago go
     */
    public ReleaseStore(Path folder, int releases) {
        this.folder = folder;
        this.releases = releases;
    }

    /** The one that belongs to a history, in the folder {@code releases} beside it. */
    public static ReleaseStore beside(Path history) {
        return new ReleaseStore(history.resolveSibling("releases"), RELEASES);
    }

    /** Keeps a release; one that is there already stays as it is. */
    public void keep(Release release) throws IOException {
        Path file = file(release.service(), release.id());
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path whole = Files.createTempFile(file.getParent(), "new", ".tmp");
        try {
            Files.write(whole, ReleaseJson.bytes(release));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
        prune(file.getParent());
    }

    /** The release of that ID; empty if it is not known or its file cannot be read as one. */
    public Optional<Release> find(String service, String id) throws IOException {
        // What comes from a record or a page must not lead out of the folder.
        if (!NAME.matcher(String.valueOf(service)).matches()
                || !NAME.matcher(String.valueOf(id)).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReleaseJson.read(file(service, id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (BadInputException e) {
            LOGGER.log(Level.WARNING, "The release " + id + " of " + service + " cannot be read", e);
            return Optional.empty();
        }
    }

    /** Forgets the oldest of a service where there are too many. */
    private void prune(Path service) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(service)) {
            files = all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        if (files.size() <= releases) {
            return;
        }
        Map<Path, FileTime> times = new HashMap<>();
        for (Path file : files) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        for (Path file : files.stream()
                .sorted(Comparator.comparing(times::get))
                .limit(files.size() - releases)
                .toList()) {
            Files.deleteIfExists(file);
        }
    }

    private Path file(String service, String id) {
        return folder.resolve(service).resolve(id + SUFFIX);
    }
}
