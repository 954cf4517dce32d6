package io.jenkins.plugins.godeploy.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.release.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.Test;

public class JournalTest {
    private final StringBuilder text = new StringBuilder();
    private String prev = "";
    private int seq;

    @Test
    public void anEmptyJournalHasNoFindings() {
        Journal journal = parse();

        assertEquals(List.of(), journal.lines());
        assertEquals(List.of(), journal.findings());
    }

    @Test
    public void itsEventsAreRead() {
        add("switching");
        add("settled");

        Journal journal = parse();
        assertEquals(List.of(), journal.findings());
        assertEquals(
                new JournalLine(
                        Instant.parse("2026-03-01T12:00:01Z"),
                        "switching",
                        "2-0123456789ab",
                        "1-0123456789ab",
                        "d1",
                        "al\"ice",
                        "",
                        ""),
                journal.lines().get(0));
        assertEquals("settled", journal.lines().get(1).event());
    }

    @Test
    public void itKnowsEachLineThatWasItsLast() {
        add("switching");
        String head = prev;
        add("settled");

        assertTrue(parse().had(head));
        assertTrue(parse().had(prev));
        assertFalse(parse().had(Digests.sha256(new byte[0])));
    }

    @Test
    public void aLineThatWasRepairedIsNoFinding() {
        add("switching");
        line("{\"seq\":2,\"at\":\"2026-");
        add("repaired");
        add("settled");

        assertEquals(List.of(), parse().findings());
        assertEquals(3, parse().lines().size());
    }

    @Test
    public void aLineThatCannotBeReadIsAFinding() {
        add("switching");
        line("garbage");
        add("settled");

        assertEquals(List.of("the line after line 1 of its journal cannot be read"), parse().findings());
    }

    @Test
    public void aTornEndIsAFinding() {
        add("switching");
        text.append("{\"seq\":2");

        assertEquals(
                List.of("the line after line 1 of its journal cannot be read", "the last line of its journal was torn"),
                parse().findings());
    }

    @Test
    public void theBeginningIsMissed() {
        add("switching");
        text.setLength(0);
        add("settled");

        assertEquals(
                List.of("line 2 of its journal does not follow from the one before, so one of them was changed or is"
                        + " missing"),
                parse().findings());
    }

    @Test
    public void thePartOfALongOneBeginsAnywhere() {
        add("switching");
        add("settled");
        add("switching");

        Journal part = Journal.parse(text.substring(10), false);
        assertEquals(List.of(), part.findings());
        assertEquals(2, part.lines().size());
    }

    private Journal parse() {
        return Journal.parse(text.toString(), true);
    }

    private void add(String event) {
        int number = seq + 1;
        line("{\"seq\":" + number + ",\"at\":\"2026-03-01T12:00:0" + number + "Z\",\"event\":\"" + event
                + "\",\"release\":\"2-0123456789ab\",\"before\":\"1-0123456789ab\",\"deployment\":\"d1\",\"token\":1,"
                + "\"owner\":\"al\\\"ice\",\"url\":\"\",\"message\":\"\",\"prev\":\"" + prev + "\"}");
    }

    private void line(String line) {
        seq++;
        text.append(line).append('\n');
        prev = Digests.sha256((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
