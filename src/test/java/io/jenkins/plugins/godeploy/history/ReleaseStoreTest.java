package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.release.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ReleaseStoreTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path path;
    private ReleaseStore store;

    @Before
    public void empty() {
        path = folder.getRoot().toPath().resolve("releases");
        store = new ReleaseStore(path, 2);
    }

    @Test
    public void whatIsKeptIsFound() throws Exception {
        Release release = Builds.of("1.2.0", Map.of("example.org/money", "v1"), "2", "1");
        store.keep(release);

        assertEquals(Optional.of(release), store.find("shop", release.id()));
        assertEquals(Optional.empty(), store.find("shop", "1.2.0"));
        assertEquals(Optional.empty(), store.find("till", release.id()));
        assertEquals(Optional.empty(), store.find("shop", null));
    }

    @Test
    public void whatWasKeptFirstStays() throws Exception {
        Release release = Builds.of("1.2.0", Map.of(), "1");
        store.keep(release);
        store.keep(Builds.of("1.2.0", Map.of(), "2"));

        assertEquals(Optional.of(release), store.find("shop", release.id()));
    }

    @Test
    public void theOldestGo() throws Exception {
        for (int i = 1; i <= 3; i++) {
            store.keep(Builds.of("" + i, Map.of(), "1"));
            Files.setLastModifiedTime(
                    path.resolve("shop").resolve(id(i) + ".json"), FileTime.from(Instant.ofEpochSecond(i)));
        }
        store.keep(Builds.of("4", Map.of(), "1"));

        assertEquals(Optional.empty(), store.find("shop", id(2)));
        assertEquals("4", store.find("shop", id(4)).orElseThrow().version());
        try (Stream<Path> files = Files.list(path.resolve("shop"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    public void nothingOutsideIsRead() throws Exception {
        Files.createDirectories(path.resolve("shop"));
        Release release = Builds.of("1", Map.of(), "1");
        store.keep(release);
        Files.copy(path.resolve("shop").resolve(release.id() + ".json"), path.resolve("secret.json"));

        assertEquals(Optional.empty(), store.find("shop", "../secret"));
        assertEquals(Optional.empty(), store.find("..", "releases/secret"));
    }

    @Test
    public void aFileThatIsNoneIsPassedOver() throws Exception {
        Files.createDirectories(path.resolve("shop"));
        Files.writeString(path.resolve("shop/1-0123456789ab.json"), "{}");

        assertEquals(Optional.empty(), store.find("shop", "1-0123456789ab"));
    }

    private static String id(int version) {
        return Builds.of("" + version, Map.of(), "1").id();
    }
}
