package io.jenkins.plugins.godeploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** One user's way into Jenkins over HTTP. Paths begin with a slash and are those below Jenkins' own address. */
public final class Session {
    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String XML = "application/xml; charset=UTF-8";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private final Account account;
    /** Name and value of the header; null until one is needed. */
    private String[] crumb;

    public Session(URI address, Account account) {
        this.address = address.toString().replaceFirst("/$", "");
        this.account = account;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** @throws IOException if the answer is not 200 */
    public String text(String path) throws IOException, InterruptedException {
        return require(get(path), path).body();
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(text(path));
    }

    /** With a crumb, as Jenkins' own pages send it. */
    public HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        if (crumb == null) {
            JsonNode issued = json("/crumbIssuer/api/json");
            crumb = new String[] {
                issued.get("crumbRequestField").asText(), issued.get("crumb").asText()
            };
        }
        return send(request(path)
                .header(crumb[0], crumb[1])
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return post(path, FORM, encode(form));
    }

    /** As a page of another site could make a browser do. */
    public HttpResponse<String> postWithoutCrumb(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(encode(form))));
    }

    /** Runs a script in the script console; what it printed. */
    public String groovy(String script) throws IOException, InterruptedException {
        // The console would print the value of the last line, too
        Map<String, String> form = Map.of("script", script + "\nnull");
        String printed = require(post("/scriptText", form), "/scriptText").body();
        if (printed.contains("Exception") && printed.contains("\tat ")) {
            throw new IOException("The script failed: " + head(printed));
        }
        return printed.strip();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
        return account.user() == null ? builder : builder.header("Authorization", account.basic());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public static HttpResponse<String> require(HttpResponse<String> response, String what) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException(what + " answers " + response.statusCode() + ": " + head(response.body()));
        }
        return response;
    }

    private static String head(String text) {
        return text.lines().limit(10).collect(Collectors.joining("\n"));
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
