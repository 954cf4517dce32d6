package io.jenkins.plugins.godeploy.jenkins.form;

import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONObject;

/** Lists of text, which a form shows and takes a line each. */
public final class TextLines {
    private TextLines() {}

    /** What the form shows; null for null. */
    public static String join(List<String> list) {
        return list == null ? null : String.join("\n", list);
    }

    /** The lines that are not blank, trimmed. */
    public static List<String> split(String text) {
        return text == null ? new ArrayList<>() : clean(List.of(text.split("\n")));
    }

    /** What is not blank, trimmed, as a list that Jenkins can store; null for none. */
    public static List<String> fixEmpty(List<String> list) {
        List<String> clean = list == null ? List.of() : clean(list);
        return clean.isEmpty() ? null : clean;
    }

    /**
     * Takes a field with lines out of a submitted form, before the form is bound: data binding knows no lines, and its
     * JSON library takes a line such as {@code [a-z].txt} for JSON.
     */
    public static List<String> take(JSONObject form, String field) {
        return form.remove(field) instanceof String text ? split(text) : new ArrayList<>();
    }

    /** Takes a choice of "none" out of a submitted form: an object without a class, which cannot be bound. */
    public static void dropNone(JSONObject form, String field) {
        if (form.get(field) instanceof JSONObject choice && !choice.has("$class") && !choice.has("stapler-class")) {
            form.remove(field);
        }
    }

    private static List<String> clean(List<String> list) {
        List<String> lines = new ArrayList<>();
        for (String line : list) {
            if (line != null && !line.isBlank()) {
                lines.add(line.trim());
            }
        }
        return lines;
    }
}
