package io.jenkins.plugins.godeploy.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.godeploy.demo.Account;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium without a window, spoken to by WebDriver (W3C), since Jenkins' forms are made and sent by their scripts. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 100;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final URI address;
    private String session;

    private Browser(Process driver, URI address) {
        this.driver = driver;
        this.address = address;
    }

    static boolean isHere() {
        return find("chromedriver").isPresent();
    }

    private static Optional<Path> find(String command) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/lib/chromium"))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Logged in by Jenkins' own form. */
    static Browser open(URI jenkins, Account account) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Process driver = new ProcessBuilder(find("chromedriver").orElseThrow().toString(), "--port=" + port)
                .redirectOutput(new File("/dev/null"))
                .redirectError(new File("/dev/null"))
                .start();
        Browser browser = new Browser(driver, URI.create("http://127.0.0.1:" + port));
        try {
            browser.start();
            browser.go(jenkins.resolve("login"));
            browser.run(
                    "document.querySelector('[name=j_username]').value = arguments[0];"
                            + "document.querySelector('[name=j_password]').value = arguments[1];"
                            + "document.querySelector('form[name=login]').submit();",
                    account.user(),
                    account.password());
            browser.await("return !document.querySelector('form[name=login]') && document.readyState == 'complete'");
            return browser;
        } catch (IOException | InterruptedException | RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    private void start() throws IOException, InterruptedException {
        Map<String, Object> chrome = Map.of(
                "goog:chromeOptions",
                Map.of(
                        "args",
                        List.of(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--window-size=1400,2000")),
                "goog:loggingPrefs",
                Map.of("browser", "ALL"));
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                session = post("/session", Map.of("capabilities", Map.of("alwaysMatch", chrome)))
                        .get("sessionId")
                        .asText();
                return;
            } catch (ConnectException e) {
                last = e;
                Thread.sleep(100);
            }
        }
        throw last;
    }

    void go(URI page) throws IOException, InterruptedException {
        post("/session/" + session + "/url", Map.of("url", page.toString()));
    }

    /** Runs a script in the page; what it returns. */
    JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
        return post(
                "/session/" + session + "/execute/sync", Map.of("script", script, "args", Arrays.asList(arguments)));
    }

    /** Waits until a script returns something true. */
    void await(String script, Object... arguments) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (run(script, arguments).asBoolean()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("It never became true in the page: " + script);
    }

    /** What the page's console says of scripts and styles that its Content-Security-Policy blocked. */
    List<String> blocked() throws IOException, InterruptedException {
        JsonNode log = post("/session/" + session + "/se/log", Map.of("type", "browser"));
        List<String> lines = new ArrayList<>();
        log.forEach(line -> {
            String message = line.get("message").asText();
            if (message.contains("Content Security Policy") || message.contains("Content-Security-Policy")) {
                lines.add(message);
            }
        });
        return lines;
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
        JsonNode value = JSON.readTree(answer.body()).get("value");
        if (answer.statusCode() != 200) {
            throw new IOException("chromedriver: " + value.path("message").asText());
        }
        return value;
    }

    @Override
    public void close() {
        List<ProcessHandle> children = driver.descendants().toList();
        driver.destroy();
        children.forEach(ProcessHandle::destroy);
    }
}
