package io.jenkins.plugins.godeploy.history.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.godeploy.history.HistoryIndex;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.JsonText;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.rules.ExternalResource;

/** Serves the front-end, and what a store holds, under the Content-Security-Policy of a strict Jenkins. */
final class PageServer extends ExternalResource {
    static final BuildLinks BUILDS = new BuildLinks() {
        @Override
        public RecordedBuild named(RecordedBuild build) {
            return build;
        }

        @Override
        public String url(RecordedBuild build) {
            return "/jenkins/job/" + build.job() + "/" + build.number() + "/";
        }
    };

    private HttpServer server;
    private volatile HistoryView history;
    private volatile ReleaseStore releases;
    private volatile Instant now;
    private volatile Locale locale = Locale.ENGLISH;

    @Override
    protected void before() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    protected void after() {
        server.stop(0);
    }

    /** Serves what is in this file of a store, as it is at a time. */
    void serve(Path file, Instant time) {
        history = new HistoryView(new HistoryIndex(file), HistoryView.Viewer.ALL);
        releases = ReleaseStore.beside(file);
        now = time;
    }

    void speak(Locale language) {
        locale = language;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        byte[] body;
        String type;
        if (path.startsWith("/data/")) {
            type = "application/json";
            body = bytes(JsonText.line(data(path.substring("/data/".length()), query)));
        } else if (path.endsWith(".js") || path.endsWith(".css")) {
            type = path.endsWith(".js") ? "text/javascript" : "text/css";
            body = bytes(FrontEnd.file(path.substring(1)));
        } else {
            type = "text/html";
            body = bytes(shell(path.equals("/environment") ? "environment" : "overview"));
        }
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Object data(String what, Map<String, String> query) throws IOException {
        Span span = Span.of(now, query.get("days"));
        String service = query.get("service");
        String environment = query.get("environment");
        EnvironmentModel model = new EnvironmentModel(history, releases, BUILDS);
        long before = Long.parseLong(query.getOrDefault("before", "" + Long.MAX_VALUE));
        return switch (what) {
            case "overview" -> {
                Map<String, Object> overview = OverviewModel.of(history.entries(), BUILDS, span);
                overview.put("example", FrontEnd.example());
                yield overview;
            }
            case "environment" -> model.of(service, environment, span).orElse(new HashMap<>());
            case "timeline" -> model.timeline(service, environment, before);
            case "list" ->
                new DeploymentList(BUILDS)
                        .page(history.entries(), query.getOrDefault("text", ""), before, OverviewModel.NEWEST);
            default -> throw new IOException(what);
        };
    }

    private String shell(String view) {
        String scripts = FrontEnd.SCRIPTS.stream()
                .map(name -> "<script src='" + name + ".js'></script>")
                .collect(Collectors.joining());
        PageTexts texts = new PageTexts(locale);
        String words = JsonText.line(texts.all()).replace("&", "&amp;").replace("'", "&#39;");
        return "<!DOCTYPE html><html lang='" + texts.language() + "'><head><title>Deployments</title>"
                + "<link rel='icon' href='data:,'>"
                + "<meta name='viewport' content='width=device-width'><link rel='stylesheet' href='standalone.css'>"
                + "<link rel='stylesheet' href='page.css'></head><body><main><h1>Deployments</h1>"
                + "<div id='go-deploy' data-view='" + view + "' data-base='/' data-texts='" + words + "'></div></main>"
                + scripts + "</body></html>";
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), decoded(parts[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
