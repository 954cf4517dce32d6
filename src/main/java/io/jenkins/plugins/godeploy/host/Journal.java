package io.jenkins.plugins.godeploy.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.godeploy.release.Digests;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A host's journal. Each of its lines carries the SHA-256 of the one before, so that an edited or missing line is found;
 * a journal that was written anew as a whole lacks the hashes that were recorded elsewhere.
 */
public final class Journal {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<JournalLine> lines = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Set<String> hashes = new HashSet<>();
    private String last;
    private String lastPlace = "its first line";

    private Journal() {}

    /**
     * Reads a journal.
     *
     * @param whole whether the text begins where the journal does; else what is before its first line end is passed over
     */
    static Journal parse(String text, boolean whole) {
        Journal journal = new Journal();
        for (String line : (whole ? text : text.substring(text.indexOf('\n') + 1)).split("\n")) {
            if (!line.isEmpty()) {
                journal.read(line, whole);
            }
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            journal.findings.add("the last line of its journal was torn");
        }
        return journal;
    }

    private void read(String line, boolean whole) {
        String unreadable = "the line after " + lastPlace + " of its journal cannot be read";
        try {
            JsonNode tree = MAPPER.readTree(line);
            String place = "line " + tree.path("seq").asLong();
            String expected = last == null && whole ? "" : last;
            if (expected != null && !text(tree, "prev").equals(expected)) {
                findings.add(place + " of its journal does not follow from the one before, so one of them was changed"
                        + " or is missing");
            }
            JournalLine event = new JournalLine(
                    Instant.parse(text(tree, "at")),
                    text(tree, "event"),
                    text(tree, "release"),
                    text(tree, "before"),
                    text(tree, "deployment"),
                    text(tree, "owner"),
                    text(tree, "url"),
                    text(tree, "message"));
            lines.add(event);
            if (event.event().equals("repaired")) {
                findings.remove(unreadable); // of the line that was torn; this one says so
            }
            lastPlace = place;
        } catch (JsonProcessingException | DateTimeException e) {
            findings.add(unreadable);
        }
        last = Digests.sha256((line + "\n").getBytes(StandardCharsets.UTF_8));
        hashes.add(last);
    }

    private static String text(JsonNode tree, String field) {
        return tree.path(field).asText("");
    }

    /** What can be read of it, oldest first. */
    public List<JournalLine> lines() {
        return List.copyOf(lines);
    }

    /** What is wrong with it, as clauses; empty for a journal that nobody changed. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /**
     * Whether it holds a line that was its last one once.
     *
     * @param head SHA-256 of that line, as a deployment recorded it
     */
    public boolean had(String head) {
        return hashes.contains(head);
    }
}
