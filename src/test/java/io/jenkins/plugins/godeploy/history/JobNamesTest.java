package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class JobNamesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private JobNames names;

    @Before
    public void names() throws Exception {
        file = folder.getRoot().toPath().resolve("deep/jobs.json");
        names = new JobNames(file);
    }

    @Test
    public void aJobKeepsItsKey() throws Exception {
        String key = names.keyOf("shop");

        assertEquals(key, names.keyOf("shop"));
        assertNotEquals(key, names.keyOf("till"));
        assertEquals(Optional.of("shop"), new JobNames(file).nameOf(key));
    }

    @Test
    public void aMovedJobIsFoundUnderItsNewName() throws Exception {
        String key = names.keyOf("shop");

        names.moved("shop", "team/shop");

        assertEquals(key, names.keyOf("team/shop"));
        assertEquals(Optional.of("team/shop"), new JobNames(file).nameOf(key));
        assertNotEquals("a new job under the old name", key, names.keyOf("shop"));
    }

    @Test
    public void jobsMoveAndGoWithTheirFolder() throws Exception {
        String key = names.keyOf("team/shop/main");
        String other = names.keyOf("team2/shop");

        names.moved("team", "crew");
        assertEquals(Optional.of("crew/shop/main"), names.nameOf(key));
        assertEquals(Optional.of("team2/shop"), names.nameOf(other));

        names.gone("crew/shop");
        assertEquals(Optional.empty(), new JobNames(file).nameOf(key));
        assertEquals(Optional.of("team2/shop"), names.nameOf(other));
    }

    @Test
    public void aNewJobUnderTheNameOfOneThatIsGoneHasAnotherKey() throws Exception {
        String key = names.keyOf("shop");

        names.gone("shop");

        assertNotEquals(key, names.keyOf("shop"));
        assertEquals(Optional.empty(), names.nameOf(key));
    }

    @Test
    public void aBrokenFileIsPutAsideAndNothingIsGuessed() throws Exception {
        String key = names.keyOf("shop");
        for (String broken : new String[] {"{\"" + key + "\":\"shop", "{\"" + key + "\":[1]}", ""}) {
            Files.writeString(file, broken);

            JobNames after = new JobNames(file);

            assertEquals(Optional.empty(), after.nameOf(key));
            assertEquals(broken, Files.readString(file.resolveSibling("jobs.json.corrupt")));
            assertNotEquals(key, after.keyOf("shop"));
        }
    }
}
