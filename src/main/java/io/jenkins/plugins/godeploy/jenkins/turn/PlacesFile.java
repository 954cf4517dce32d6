package io.jenkins.plugins.godeploy.jenkins.turn;

import io.jenkins.plugins.godeploy.history.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps places in a file, which is replaced as a whole. */
final class PlacesFile {
    private static final Logger LOGGER = Logger.getLogger(PlacesFile.class.getName());

    private final Path file;

    PlacesFile(Path file) {
        this.file = file;
    }

    /** Those that were written; none if there is no file, or it cannot be understood. */
    List<Place> read() throws IOException {
        try {
            List<?> places = (List<?>) JsonText.read(Files.readString(file)).get("places");
            return places.stream().map(each -> place((Map<?, ?>) each)).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (RuntimeException e) {
            // Each host's own lock still keeps deployments apart, so none has to be refused.
            LOGGER.log(Level.WARNING, "Nobody knows which deployments had their turn: " + file + " is damaged", e);
            return List.of();
        }
    }

    void write(List<Place> places) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("places", places.stream().map(PlacesFile::toMap).toList());
        Files.writeString(next, JsonText.pretty(map));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, Object> toMap(Place place) {
        Map<String, Object> map = new LinkedHashMap<>();
        Claim claim = place.claim();
        map.put("id", claim.id());
        map.put("job", claim.job());
        map.put("build", claim.build());
        map.put("rollback", claim.rollback());
        map.put("service", claim.service());
        map.put("environment", claim.environment());
        map.put("hosts", claim.hosts());
        map.put("path", claim.path());
        map.put("since", place.since() == null ? null : place.since().toString());
        return map;
    }

    private static Place place(Map<?, ?> map) {
        Claim claim = new Claim(
                text(map, "id"),
                text(map, "job"),
                (Integer) map.get("build"),
                (Boolean) map.get("rollback"),
                text(map, "service"),
                (String) map.get("environment"),
                ((List<?>) map.get("hosts")).stream().map(String.class::cast).toList(),
                text(map, "path"));
        return new Place(claim, map.get("since") == null ? null : Instant.parse(text(map, "since")));
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("There is no text '" + key + "'.");
    }
}
