package io.jenkins.plugins.godeploy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** JSON for {@code --json}: indented, in the order of its keys. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static String pretty(Object maps) {
        try {
            return MAPPER.writeValueAsString(maps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // maps, lists, strings and numbers can always be written
        }
    }
}
