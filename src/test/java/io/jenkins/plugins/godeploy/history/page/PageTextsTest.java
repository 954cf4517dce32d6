package io.jenkins.plugins.godeploy.history.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

public class PageTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    public void bothLanguagesHaveTheSameTextsWithTheSamePlaces() throws Exception {
        Properties english = texts("texts.properties");
        Properties chinese = texts("texts_zh.properties");

        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(key, places(english.getProperty(key)), places(chinese.getProperty(key)));
        }
    }

    @Test
    public void chineseIsChinese() {
        assertEquals("zh", new PageTexts(Locale.SIMPLIFIED_CHINESE).language());
        assertEquals("\u90e8\u7f72", new PageTexts(Locale.SIMPLIFIED_CHINESE).get("title"));
    }

    @Test
    public void whoReadsNeitherGetsEnglish() {
        assertEquals("en", new PageTexts(Locale.FRENCH).language());
    }

    @Test
    public void everyWordThatTheRecordsKnowHasAText() throws Exception {
        Set<String> keys = texts("texts.properties").stringPropertyNames();
        CellModel.states().forEach(state -> assertTrue(state, keys.contains("state." + state)));
        for (Phase phase : Phase.values()) {
            assertTrue(phase.name(), keys.contains("phase." + phase.name().toLowerCase(Locale.ROOT)));
        }
        for (Proof proof : Proof.values()) {
            assertTrue(proof.name(), keys.contains("proof." + proof.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Those with a changing end are looked for by their beginning. */
    @Test
    public void everyTextIsUsedAndEveryTextThatIsUsedIsThere() throws Exception {
        String script = FrontEnd.script();
        Set<String> keys = texts("texts.properties").stringPropertyNames();
        for (String key : keys) {
            String family = key.contains(".") ? key.substring(0, key.lastIndexOf('.') + 1) : key;
            boolean used = script.contains("'" + key + "'")
                    || script.contains("'" + family + "'")
                    || key.startsWith("keys.") && script.contains("'keys.' +")
                    || key.equals("language");
            assertTrue(key + " is not used", used);
        }
        Matcher matcher = Pattern.compile("(?:text|fill)\\('([a-z.]+)'[,)]").matcher(script);
        while (matcher.find()) {
            assertTrue(matcher.group(1), keys.contains(matcher.group(1)));
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(FrontEnd.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
