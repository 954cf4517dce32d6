package io.jenkins.plugins.godeploy.history.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;

/** The words of the pages in a reader's language; English where there is no other. */
public final class PageTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    public PageTexts(Locale locale) {
        bundle = ResourceBundle.getBundle(
                PageTexts.class.getPackageName() + ".texts", locale, PageTexts.class.getClassLoader(), NO_FALLBACK);
    }

    /** The language that they are in, as HTML names it. */
    public String language() {
        return bundle.getString("language");
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    /** All of them by their keys. */
    public Map<String, Object> all() {
        Map<String, Object> map = new LinkedHashMap<>();
        new TreeSet<>(bundle.keySet()).forEach(key -> map.put(key, bundle.getString(key)));
        return map;
    }
}
