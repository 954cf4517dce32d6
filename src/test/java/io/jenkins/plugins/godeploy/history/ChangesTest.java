package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.release.Release;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class ChangesTest {
    @Test
    public void theCommitsSinceThenAreListed() {
        Changes changes = Changes.between(release("2", "1"), release("4", "3", "2", "1"));

        assertEquals(List.of(Builds.commit("4"), Builds.commit("3")), changes.commits());
        assertEquals(1, changes.people());
        assertTrue(changes.complete());
    }

    /** A branch that was begun before and merged after lies among the older commits by date. */
    @Test
    public void mergedCommitsAreListedWhereverTheyLie() {
        Changes changes = Changes.between(release("3", "1"), release("5", "3", "2", "1"));

        assertEquals(List.of(Builds.commit("5"), Builds.commit("2")), changes.commits());
        assertTrue(changes.complete());
    }

    @Test
    public void whereTheHistoryDoesNotReachThatFarThereMayBeMore() {
        Changes changes = Changes.between(release("2", "1"), release("9", "8"));

        assertEquals(List.of(Builds.commit("9"), Builds.commit("8")), changes.commits());
        assertFalse(changes.complete());
    }

    @Test
    public void backToAnOlderReleaseThereIsNothingNew() {
        Changes changes = Changes.between(release("3", "2", "1"), release("1"));

        assertEquals(List.of(), changes.commits());
        assertTrue(changes.complete());
    }

    @Test
    public void modulesInAnotherVersionAreListed() {
        Changes changes = Changes.between(
                Builds.of("1", Map.of("a", "v1", "b", "v1", "c", "v1"), "1"),
                Builds.of("2", Map.of("b", "v2", "c", "v1", "d", "v1"), "1"));

        assertEquals(
                List.of(
                        new Changes.Module("a", "v1", null),
                        new Changes.Module("b", "v1", "v2"),
                        new Changes.Module("d", null, "v1")),
                changes.modules());
    }

    private static Release release(String... commits) {
        return Builds.of("1", Map.of(), commits);
    }
}
