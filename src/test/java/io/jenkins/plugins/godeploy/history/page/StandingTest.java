package io.jenkins.plugins.godeploy.history.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import io.jenkins.plugins.godeploy.history.HistoryIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StandingTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private Records records;

    @Before
    public void empty() {
        file = folder.getRoot().toPath().resolve("history.jsonl");
        records = new Records(file, Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    public void whatServesWasBroughtByTheFirstOfEqualDeployments() throws Exception {
        records.good(9, "shop", "production", "1.0.0");
        records.good(8, "shop", "production", "1.1.0");
        records.good(7, "shop", "production", "1.1.0");

        Standing standing = standing();

        assertEquals(2, standing.brought().number());
        assertEquals(3, standing.latest().number());
        assertEquals(1, standing.before().number());
    }

    @Test
    public void aDeploymentThatReturnedBroughtNothing() throws Exception {
        records.good(9, "shop", "production", "1.0.0");
        records.returned(8, "shop", "production", "1.1.0", "1.0.0");

        Standing standing = standing();

        assertEquals(2, standing.latest().number());
        assertEquals(1, standing.brought().number());
        assertNull(standing.before());
        assertEquals("returned", CellModel.of(standing, BuildLinks.NONE).get("state"));
    }

    @Test
    public void theSameReleaseBeforeAnotherOneIsAnotherTime() throws Exception {
        records.good(9, "shop", "production", "1.0.0");
        records.partial(8, "shop", "production", "1.1.0", "1.0.0");
        records.rolledBack(7, "shop", "production", "1.0.0");

        assertEquals(3, standing().brought().number());
    }

    @Test
    public void whatWasRefusedChangedNothing() throws Exception {
        records.good(9, "shop", "production", "1.0.0");
        records.refused(8, "shop", "production", "1.1.0");

        assertEquals(1, standing().latest().number());
        assertEquals("healthy", CellModel.of(standing(), BuildLinks.NONE).get("state"));
    }

    @Test
    public void whereAllWasRefusedNothingServes() throws Exception {
        records.refused(8, "shop", "production", "1.1.0");

        Map<String, Object> cell = CellModel.of(standing(), BuildLinks.NONE);

        assertEquals("refused", cell.get("state"));
        assertNull(cell.get("brought"));
    }

    private Standing standing() throws IOException {
        return Standing.of(new HistoryIndex(file).entries());
    }
}
