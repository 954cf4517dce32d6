package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a YAML file that knows its key and its position, and says both when it is not what was wanted. */
final class YamlValue {
    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP);

    private final String source;
    private final String key;
    private final Node node;

    /** @param key dotted, as messages show it; empty for the whole file */
    YamlValue(String source, String key, Node node) {
        this.source = source;
        this.key = key;
        this.node = node;
        if (!TAGS.contains(node.getTag())) {
            throw wrong("The tag " + Printable.shortened(node.getTag().getValue())
                    + " is not understood here; leave it away.");
        }
    }

    YamlValue child(String name, Node value) {
        return new YamlValue(source, key.isEmpty() ? name : key + "." + name, value);
    }

    String key() {
        return key;
    }

    boolean isText() {
        return node instanceof ScalarNode && !Tag.NULL.equals(node.getTag());
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** @param wanted what would be right, such as {@code a path such as /opt/shop} */
    String text(String wanted) {
        if (!isText() || ((ScalarNode) node).getValue().isEmpty()) {
            throw wrong(named() + " is " + kind() + "; it takes " + wanted + ".");
        }
        return ((ScalarNode) node).getValue();
    }

    /** The text, read by a function whose complaint gets this position. */
    <T> T read(String wanted, Function<String, T> reader) {
        String text = text(wanted);
        return located(() -> reader.apply(text));
    }

    /** The text, after a rule has looked at it. */
    String text(String wanted, Consumer<String> rule) {
        return read(wanted, text -> {
            rule.accept(text);
            return text;
        });
    }

    int number(String wanted) {
        String text = text(wanted);
        if (!text.matches("0|-?[1-9][0-9]{0,8}")) {
            throw wrong(named() + " is '" + Printable.shortened(text) + "'; it takes " + wanted + ".");
        }
        return Integer.parseInt(text);
    }

    /** The number, after a rule has looked at it. */
    int number(String wanted, IntConsumer rule) {
        int number = number(wanted);
        return located(() -> {
            rule.accept(number);
            return number;
        });
    }

    Duration duration() {
        return read("a duration such as 5s", GoDuration::parse);
    }

    List<YamlValue> list(String wanted) {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(named() + " is " + kind() + "; it takes a list " + wanted + ".");
        }
        List<YamlValue> values = new ArrayList<>();
        for (Node value : sequence.getValue()) {
            values.add(new YamlValue(source, key + "[" + values.size() + "]", value));
        }
        return values;
    }

    /** A list of words; none is empty. */
    List<String> texts(String wanted) {
        return list("of " + wanted).stream().map(value -> value.text(wanted)).toList();
    }

    /** @param known the keys that it may have */
    YamlMap map(String... known) {
        YamlMap map = map();
        map.only(List.of(known));
        return map;
    }

    /** A map whose keys are names of the user's. */
    YamlMap map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(named() + " is " + kind() + "; it takes keys with values.");
        }
        return new YamlMap(this, mapping);
    }

    /** What the action makes; a complaint of it gets this position. */
    <T> T located(Supplier<T> action) {
        try {
            return action.get();
        } catch (BadInputException e) {
            throw new BadInputException(position() + ": " + Printable.oneLine(e.getMessage()), e);
        }
    }

    BadInputException wrong(String sentence) {
        return new BadInputException(position() + ": " + Printable.oneLine(sentence));
    }

    String position() {
        return YamlDocument.position(source, node.getStartMark());
    }

    private String named() {
        return key.isEmpty() ? "The file" : key;
    }

    private String kind() {
        if (node instanceof MappingNode) {
            return "a map of keys and values";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return isText() && !((ScalarNode) node).getValue().isEmpty()
                ? "'" + Printable.shortened(((ScalarNode) node).getValue()) + "'"
                : "empty";
    }
}
