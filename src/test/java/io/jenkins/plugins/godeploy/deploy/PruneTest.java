package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.host.HostFacts;
import io.jenkins.plugins.godeploy.release.Target;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class PruneTest {
    @Test
    public void theOldestGoodReleasesGo() {
        assertEquals(List.of("a", "b"), prune(List.of("a", "b", "c", "d", "e"), "d", List.of("a", "b", "c", "d"), 3));
    }

    @Test
    public void failedReleasesDoNotCountAndGo() {
        assertEquals(List.of("bad"), prune(List.of("a", "bad", "b", "c"), "b", List.of("a", "b"), 3));
    }

    @Test
    public void theOneThatServedBeforeStaysAlthoughItWasNeverProved() {
        assertEquals(List.of(), prune(List.of("a", "c"), "a", List.of(), 2));
    }

    @Test
    public void aReleaseThatServesAgainIsTheNewestGoodOne() {
        assertEquals(List.of("b"), prune(List.of("a", "b", "c"), "c", List.of("a", "b", "c"), 2, "a"));
    }

    @Test
    public void pinnedReleasesStay() {
        HostFacts facts = facts(List.of("a", "b", "c"), "b", List.of("a", "b"), List.of("a"));
        assertEquals(List.of(), Prune.of(facts, "c", 2));
    }

    private static List<String> prune(List<String> installed, String before, List<String> good, int keep) {
        return prune(installed, before, good, keep, installed.get(installed.size() - 1));
    }

    private static List<String> prune(
            List<String> installed, String before, List<String> good, int keep, String current) {
        return Prune.of(facts(installed, before, good, List.of()), current, keep);
    }

    private static HostFacts facts(List<String> installed, String before, List<String> good, List<String> pinned) {
        return new HostFacts(
                Target.parse("linux/amd64"),
                "deploy",
                "mv",
                "setsid",
                "",
                1 << 20,
                before,
                installed,
                pinned,
                "yes",
                good,
                Set.of(),
                Set.of(),
                true,
                false,
                false,
                null,
                1,
                null);
    }
}
