package io.jenkins.plugins.godeploy.jenkins.configuration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RememberedKeysTest {
    private static final String WEB1 = "web1 ssh-ed25519 AAAA1";
    private static final String WEB2 = "[web2]:2222 ssh-ed25519 AAAA2";

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    @Test
    public void nothingIsRememberedAtFirst() throws Exception {
        assertEquals("", keys().read());
    }

    @Test
    public void keysAreAddedToThoseThatThereAre() throws Exception {
        keys().add(List.of(WEB1));
        keys().add(List.of(WEB2, WEB1));

        assertEquals(List.of(WEB1, WEB2), remembered());
    }

    @Test
    public void aSecondKeyOfAHostIsRefusedAndNothingIsAdded() throws Exception {
        keys().add(List.of(WEB1));

        BadInputException e =
                assertThrows(BadInputException.class, () -> keys().add(List.of(WEB2, "web1 ssh-ed25519 BBBB")));

        assertTrue(e.getMessage(), e.getMessage().startsWith("The host web1 presents two keys at the same time"));
        assertEquals(List.of(WEB1), remembered());
    }

    @Test
    public void eachEnvironmentHasAFileOfItsOwn() {
        Path folder = home.getRoot().toPath().resolve("go-deploy/host-keys");
        assertEquals(folder.resolve("production.known_hosts"), keys().file());
        assertEquals(
                folder.resolve("production@shop.known_hosts"),
                new RememberedKeys(home.getRoot().toPath(), "production", "shop").file());
    }

    private RememberedKeys keys() {
        return new RememberedKeys(home.getRoot().toPath(), "production", null);
    }

    private List<String> remembered() throws Exception {
        return keys().read().lines().filter(line -> !line.startsWith("#")).toList();
    }
}
