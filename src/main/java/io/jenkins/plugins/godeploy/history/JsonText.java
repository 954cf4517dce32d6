package io.jenkins.plugins.godeploy.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;

/**
 * Plain maps and lists as JSON text. What is not ASCII is escaped, so that no character can break a line, turn a
 * terminal's writing direction, or be lost in an encoding.
 */
public final class JsonText {
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** The value on one line, without a line break at its end. */
    public static String line(Object plain) {
        return write(MAPPER, plain);
    }

    /** The value over several lines, for people. */
    public static String pretty(Object plain) {
        return write(MAPPER.copy().enable(SerializationFeature.INDENT_OUTPUT), plain);
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static LinkedHashMap<String, Object> read(String text) {
        try {
            LinkedHashMap<String, Object> map = MAPPER.readValue(text, MAP);
            if (map == null) {
                throw new IllegalArgumentException("The JSON is null, not an object.");
            }
            return map;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static String write(ObjectMapper mapper, Object plain) {
        try {
            return mapper.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // plain maps and lists can always be written
        }
    }
}
