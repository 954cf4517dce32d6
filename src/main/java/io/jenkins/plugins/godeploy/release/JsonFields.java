package io.jenkins.plugins.godeploy.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.godeploy.BadInputException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The fields of one JSON object, read strictly; complaints name the file and the path of the field. */
final class JsonFields {
    private final String file;
    private final String path;
    private final ObjectNode object;

    /** @param path of the object in the file, ending in a dot; empty for the outermost */
    JsonFields(String file, String path, ObjectNode object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    /** Refuses every field but these. */
    void only(String... names) {
        Set<String> known = Set.of(names);
        for (Iterator<String> i = object.fieldNames(); i.hasNext(); ) {
            String name = i.next();
            if (!known.contains(name)) {
                throw new BadInputException(file + " has an unknown field '" + Printable.line(path + name)
                        + "'; known there are " + String.join(", ", names) + ".");
            }
        }
    }

    /** A text that matches; {@code rule} says what it must be, as words that follow "must". */
    String text(String name, Pattern pattern, String rule) {
        JsonNode node = object.get(name);
        if (node == null
                || !node.isTextual()
                || !pattern.matcher(node.textValue()).matches()) {
            throw wrong(name, rule);
        }
        return node.textValue();
    }

    /** As {@link #text}, but it may be null. */
    String textOrNull(String name, Pattern pattern, String rule) {
        return object.has(name) && object.get(name).isNull() ? null : text(name, pattern, rule + " or null");
    }

    /** A text read by a function that throws {@link BadInputException} with a sentence of its own. */
    <T> T parsed(String name, Function<String, T> reader) {
        String text = text(name, Pattern.compile("(?s).*"), "be a text");
        try {
            return reader.apply(text);
        } catch (BadInputException e) {
            throw new BadInputException(file + ": field '" + path + name + "': " + e.getMessage(), e);
        }
    }

    /** A whole number, zero at least. */
    long size(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.canConvertToLong() || !node.isIntegralNumber() || node.longValue() < 0) {
            throw wrong(name, "be a whole number of bytes, 0 or more");
        }
        return node.longValue();
    }

    boolean flag(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.isBoolean()) {
            throw wrong(name, "be true or false");
        }
        return node.booleanValue();
    }

    JsonFields object(String name) {
        if (!(object.get(name) instanceof ObjectNode child)) {
            throw wrong(name, "be an object");
        }
        return new JsonFields(file, path + name + ".", child);
    }

    /** All fields of this object, each a text that matches, and so does its name. */
    Map<String, String> texts(Pattern pattern, String rule) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(name -> {
            if (!pattern.matcher(name).matches()) {
                throw wrong(name, rule);
            }
            texts.put(name, text(name, pattern, rule));
        });
        return texts;
    }

    /** The objects of an array. */
    List<JsonFields> objects(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.isArray()) {
            throw wrong(name, "be an array of objects");
        }
        List<JsonFields> children = new ArrayList<>();
        for (JsonNode element : node) {
            String place = name + "[" + children.size() + "]";
            if (!(element instanceof ObjectNode child)) {
                throw new BadInputException(file + ": field '" + path + place + "' must be an object.");
            }
            children.add(new JsonFields(file, path + place + ".", child));
        }
        return children;
    }

    /** @param rule what the field must be, as words that follow "must" */
    BadInputException wrong(String name, String rule) {
        JsonNode node = object.get(name);
        String what = node == null ? " is missing; it" : " is " + Printable.line(node.toString()) + "; it";
        return new BadInputException(
                file + ": field '" + Printable.line(path + name) + "'" + what + " must " + rule + ".");
    }
}
