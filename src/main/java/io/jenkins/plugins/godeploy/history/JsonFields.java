package io.jenkins.plugins.godeploy.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the fields of a map that came from JSON; what is there must have the right type. */
final class JsonFields {
    private final Map<String, ?> map;

    JsonFields(Map<String, ?> map) {
        this.map = map;
    }

    /** Whether the field is there and not null. */
    boolean has(String key) {
        return map.get(key) != null;
    }

    String text(String key) {
        return required(key, String.class);
    }

    String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    long number(String key) {
        return required(key, Number.class).longValue();
    }

    boolean truth(String key) {
        return has(key) && required(key, Boolean.class);
    }

    <E extends Enum<E>> E word(String key, Class<E> type) {
        return Enum.valueOf(type, text(key).toUpperCase(Locale.ROOT));
    }

    /** Empty if it is not there. */
    List<String> texts(String key) {
        return list(key, String.class);
    }

    /** Empty if it is not there. */
    List<Map<String, ?>> maps(String key) {
        List<Map<String, ?>> maps = new ArrayList<>();
        for (Object value : list(key, Object.class)) {
            maps.add(asMap(key, value));
        }
        return maps;
    }

    /** Empty if it is not there. */
    Map<String, ?> map(String key) {
        return has(key) ? asMap(key, map.get(key)) : Map.of();
    }

    private <T> List<T> list(String key, Class<T> type) {
        List<T> values = new ArrayList<>();
        if (has(key)) {
            for (Object value : required(key, List.class)) {
                values.add(cast(key, value, type));
            }
        }
        return values;
    }

    private <T> T required(String key, Class<T> type) {
        return cast(key, map.get(key), type);
    }

    private static <T> T cast(String key, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("The field " + key + " is missing or of another type.");
        }
        return type.cast(value);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private static Map<String, ?> asMap(String key, Object value) {
        return (Map<String, ?>) cast(key, value, Map.class);
    }
}
