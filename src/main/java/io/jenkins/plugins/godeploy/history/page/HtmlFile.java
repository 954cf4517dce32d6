package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.HistoryEntry;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.JsonText;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The pages in one file that needs nothing else: no Jenkins, no network. What is not in it by its hash does not run, so
 * what a history holds cannot become a program.
 */
public final class HtmlFile {
    /** How many of the newest deployments it lists. */
    static final int DEPLOYMENTS = 1000;

    private final HistoryView history;
    private final ReleaseStore releases;

    public HtmlFile(HistoryView history, ReleaseStore releases) {
        this.history = history;
        this.releases = releases;
    }

    /** The file's text, to be written in UTF-8. */
    public String text(Span span, Locale locale) throws IOException {
        PageTexts texts = new PageTexts(locale);
        String script = FrontEnd.script();
        String style = FrontEnd.file("standalone.css") + FrontEnd.file("page.css");
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '%s'; style-src '%s'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <div id="go-deploy" data-texts="%s"></div>
                </main>
                <script type="application/json" id="gd-data">%s</script>
                <script>%s</script>
                </body>
                </html>
                """.formatted(
                        texts.language(),
                        hash(script),
                        hash(style),
                        attribute(texts.get("title")),
                        style,
                        attribute(texts.get("title")),
                        attribute(JsonText.line(texts.all())),
                        JsonText.line(data(span)).replace("<", "\\u003c"),
                        script);
    }

    private Map<String, Object> data(Span span) throws IOException {
        List<HistoryEntry> entries = history.entries();
        List<Map<String, Object>> environments = new ArrayList<>();
        EnvironmentModel model = new EnvironmentModel(history, releases, BuildLinks.NONE);
        for (Map.Entry<String, Map<String, List<HistoryEntry>>> service :
                new ByCell(entries).services().entrySet()) {
            for (String environment : service.getValue().keySet()) {
                Map<String, Object> map =
                        model.of(service.getKey(), environment, span).orElseThrow();
                // The file holds no older ones to go on with.
                withoutNext(map.get("timeline"));
                environments.add(map);
            }
        }
        Map<String, Object> map = new LinkedHashMap<>();
        Map<String, Object> overview = OverviewModel.of(entries, BuildLinks.NONE, span);
        overview.put("empty", "cli");
        map.put("overview", overview);
        map.put("environments", environments);
        map.putAll(new DeploymentList(BuildLinks.NONE).page(entries, "", Long.MAX_VALUE, DEPLOYMENTS));
        return map;
    }

    @SuppressWarnings("unchecked") // what EnvironmentModel makes
    private static void withoutNext(Object timeline) {
        ((Map<String, Object>) timeline).put("next", null);
    }

    private static String attribute(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean plain = point < 128 && "&<>\"'".indexOf(point) < 0;
            escaped.append(plain ? Character.toString(point) : "&#" + point + ";");
        });
        return escaped.toString();
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
