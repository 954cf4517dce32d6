package io.jenkins.plugins.godeploy.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file {@code release.json}, which describes a {@link Release}; its schema is in {@code docs/release-json.md}. Equal
 * releases give equal bytes: keys in a fixed order, two spaces of indentation, LF, UTF-8.
 */
public final class ReleaseJson {
    public static final String FILE_NAME = "release.json";

    /** Version of the schema; readers refuse every other. */
    static final int SCHEMA = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ReleaseJson() {}

    /**
     * The file's content.
     *
     * @throws BadInputException if the release breaks a rule that {@link #parse} holds it to
     */
    public static byte[] bytes(Release release) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            String text = MAPPER.writer(printer).writeValueAsString(ReleaseTree.of(release, MAPPER)) + "\n";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            parse(bytes);
            return bytes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree of texts and numbers can always be written
        }
    }

    /** Reads the file of this path; what it throws is that of {@link #parse}. */
    public static Release read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /**
     * Reads the file's content and checks every field of it, the digest too.
     *
     * @throws BadInputException if something is not as the schema has it; it names the field
     */
    public static Release parse(byte[] bytes) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    FILE_NAME + " is not JSON at line " + line(e) + " (" + Printable.line(e.getOriginalMessage())
                            + ").",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException(e); // bytes in memory can always be read
        }
        if (!(tree instanceof ObjectNode object)) {
            throw new BadInputException(FILE_NAME + " is not a JSON object; see docs/release-json.md.");
        }
        return new ReleaseReader(new JsonFields(FILE_NAME, "", object)).release();
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "1" : String.valueOf(e.getLocation().getLineNr());
    }
}
