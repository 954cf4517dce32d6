package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file {@code SHA256SUMS}: a line {@code <sum>  <name>} each, as {@code sha256sum} of GNU coreutils writes and checks
 * it.
 */
public final class Sha256Sums {
    public static final String FILE_NAME = "SHA256SUMS";

    /** A space or, for "binary mode", a star before the name: the sum is the same. */
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *]([^/\\\\\\p{Cntrl}]+)");

    private Sha256Sums() {}

    /**
     * Writes the file.
     *
     * @param sums SHA-256 by file name
     */
    public static void write(Path dist, Map<String, String> sums) throws IOException {
        String text = new TreeMap<>(sums)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                        .collect(Collectors.joining());
        Files.writeString(dist.resolve(FILE_NAME), text);
    }

    /**
     * Reads the file; lines may end in CRLF.
     *
     * @return SHA-256 in lower case by file name
     * @throws BadInputException if it is not there or a line is not as it should be
     */
    public static SortedMap<String, String> read(Path dist) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        int number = 0;
        for (String line : text(dist).split("\r?\n")) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (!line.isBlank()
                    && (!matcher.matches()
                            || sums.put(matcher.group(2), matcher.group(1).toLowerCase(Locale.ROOT)) != null)) {
                throw new BadInputException(FILE_NAME + " line " + number + " is '" + Printable.line(line)
                        + "'; a line has 64 hex digits, two spaces and a file name, each name once.");
            }
        }
        return sums;
    }

    private static String text(Path dist) throws IOException {
        try {
            return Files.readString(dist.resolve(FILE_NAME));
        } catch (NoSuchFileException e) {
            throw new BadInputException(
                    "There is no " + FILE_NAME + " in '" + dist + "'; take the whole folder that the build made.", e);
        }
    }

    /**
     * Checks a file's sum against the one that is expected.
     *
     * @param source where the expected sum is written, for the message
     * @throws BadInputException if they differ
     */
    static void verify(String name, String expected, String actual, String source) {
        if (!expected.equals(actual)) {
            throw new BadInputException("'" + name + "' has SHA-256 " + actual + " where " + source + " has " + expected
                    + "; build again, or take the file that the build made.");
        }
    }
}
