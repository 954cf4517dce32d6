package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys of a map in a YAML file; none is there twice. */
final class YamlMap {
    private final YamlValue self;
    private final Map<String, YamlValue> names = new LinkedHashMap<>();
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    YamlMap(YamlValue self, MappingNode mapping) {
        this.self = self;
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue name = self.child("key", tuple.getKeyNode());
            if (Tag.MERGE.equals(tuple.getKeyNode().getTag())) {
                throw name.wrong("Merge keys (<<) are not understood here; write the keys out, or use an alias for a"
                        + " whole value.");
            }
            String key = name.text("a word");
            if (values.containsKey(key)) {
                throw name.wrong("The key " + Printable.shortened(key) + " is there twice, first at "
                        + names.get(key).position() + "; leave one of them away.");
            }
            names.put(key, name);
            values.put(key, self.child(Printable.shortened(key), tuple.getValueNode()));
        }
    }

    void only(Collection<String> known) {
        for (Map.Entry<String, YamlValue> name : names.entrySet()) {
            if (!known.contains(name.getKey())) {
                String hint = NearestWord.of(name.getKey(), known)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse(known.isEmpty() ? "it takes none." : "there are " + String.join(", ", known) + ".");
                throw name.getValue()
                        .wrong("There is no key '" + Printable.shortened(name.getKey()) + "'"
                                + (self.key().isEmpty() ? "" : " in " + self.key()) + "; " + hint);
            }
        }
    }

    Optional<YamlValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** @param example a value that would be right */
    YamlValue require(String key, String example) {
        return get(key).orElseThrow(() -> self.wrong((self.key().isEmpty() ? "The file" : self.key()) + " has no key "
                + key + "; it needs one, such as " + key + ": " + example + "."));
    }

    /** The keys that are there, of these. */
    List<String> present(String... keys) {
        return List.of(keys).stream().filter(values::containsKey).toList();
    }

    /** The keys in the file's order, with their positions. */
    Map<String, YamlValue> names() {
        return names;
    }

    YamlValue self() {
        return self;
    }

    /** The one key and its value. */
    Map.Entry<String, YamlValue> single(String wanted) {
        if (values.size() != 1) {
            throw new BadInputException(
                    self.position() + ": " + self.key() + " has " + values.size() + " keys; it takes " + wanted + ".");
        }
        return values.entrySet().iterator().next();
    }
}
