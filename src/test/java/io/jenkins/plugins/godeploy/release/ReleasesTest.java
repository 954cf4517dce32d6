package io.jenkins.plugins.godeploy.release;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Releases.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ReleasesTest {
    private static final Candidate FIRST = new Candidate("1.0.0-aaaa11112222", "1.0.0");
    private static final Candidate AGAIN = new Candidate("1.0.0-aabb11112222", "1.0.0");
    private static final Candidate NEXT = new Candidate("1.1.0-cccc11112222", "1.1.0");
    private static final Candidate CANDIDATE = new Candidate("1.1.0-rc1-dddd11112222", "1.1.0-rc1");
    private static final List<Candidate> ALL = List.of(NEXT, CANDIDATE, AGAIN, FIRST);

    @Test
    public void findsByIdByVersionAndByUniquePrefix() {
        assertEquals(FIRST, Releases.find(ALL, "1.0.0-aaaa11112222"));
        assertEquals(CANDIDATE, Releases.find(ALL, "1.1.0-rc1"));
        assertEquals(AGAIN, Releases.find(ALL, "1.0.0-aab"));
    }

    @Test
    public void aVersionWinsOverThePrefixOfAnother() {
        assertEquals(NEXT, Releases.find(ALL, "1.1.0"));
    }

    @Test
    public void theSameReleaseTwiceIsOne() {
        assertEquals(FIRST, Releases.find(List.of(FIRST, FIRST), "1.0.0"));
    }

    @Test
    public void listsTheCandidatesOfAnAmbiguousName() {
        assertMessage(
                ALL,
                "1.0.0",
                "'1.0.0' names several releases, 1.0.0-aabb11112222, 1.0.0-aaaa11112222; "
                        + "write more of the ID of the one you mean.");
    }

    @Test
    public void listsWhatThereIsForAnUnknownName() {
        assertMessage(
                List.of(NEXT, FIRST),
                "2.0",
                "There is no release '2.0'; there are 1.1.0-cccc11112222, 1.0.0-aaaa11112222.");
    }

    @Test
    public void theEmptyNameNamesNothing() {
        assertMessage(List.of(NEXT), "", "There is no release ''; there are 1.1.0-cccc11112222.");
    }

    @Test
    public void saysThatThereAreNone() {
        assertMessage(List.of(), "1.0.0", "There is no release '1.0.0'; there are none yet.");
    }

    @Test
    public void listsTenAtMost() {
        List<Candidate> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(new Candidate("v" + i, "v" + i));
        }
        assertMessage(
                many, "x", "There is no release 'x'; there are v0, v1, v2, v3, v4, v5, v6, v7, v8, v9 and 2 more.");
    }

    private static void assertMessage(List<Candidate> candidates, String text, String message) {
        BadInputException e = assertThrows(BadInputException.class, () -> Releases.find(candidates, text));
        assertEquals(message, e.getMessage());
    }
}
