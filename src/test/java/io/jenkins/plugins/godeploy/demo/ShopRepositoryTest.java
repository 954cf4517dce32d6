package io.jenkins.plugins.godeploy.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The releases of the demo are what its story says of them. */
public class ShopRepositoryTest {
    @ClassRule
    public static final TemporaryFolder temporary = new TemporaryFolder();

    private static Path repository;

    @BeforeClass
    public static void make() {
        Machine.require("git", "go");
        repository = make("first");
    }

    @Test
    public void isTheSameWhereverItIsMade() {
        assertEquals(commits(repository), commits(make("second")));
    }

    @Test
    public void everyReleasePassesItsOwnTests() {
        for (String version : new String[] {"1.0.0", "1.1.0", "1.2.0", "1.3.0"}) {
            checkOut(version);
            in(repository, "go", "vet", "./...");
            in(repository, "go", "test", "./...");
        }
    }

    @Test
    public void release100ServesAndStopsWhenItIsTold() throws Exception {
        try (Shop shop = Shop.start(build("1.0.0"))) {
            assertEquals(200, shop.get("/healthz").statusCode());
            assertTrue(shop.get("/version").body().startsWith("{\"version\":\"1.0.0\","));
            assertEquals("Welcome to the shop.\n", shop.get("/?name=Ada").body());
            assertEquals(0, shop.terminate());
        }
    }

    @Test
    public void release110GreetsByName() throws Exception {
        try (Shop shop = Shop.start(build("1.1.0"))) {
            assertEquals(200, shop.get("/healthz").statusCode());
            assertEquals("Welcome to the shop, Ada.\n", shop.get("/?name=Ada").body());
        }
    }

    @Test
    public void release120ComesUpAndIsNotHealthy() throws Exception {
        try (Shop shop = Shop.start(build("1.2.0"))) {
            assertEquals(503, shop.get("/healthz").statusCode());
            assertEquals(200, shop.get("/version").statusCode());
        }
    }

    @Test
    public void release130CrashesAtOnce() throws Exception {
        Process process = Shop.process(build("1.3.0")).start();
        String log = new String(process.getErrorStream().readAllBytes());
        assertEquals(log, 2, process.waitFor());
        assertTrue(log, log.contains("panic: runtime error: index out of range"));
    }

    private static Path make(String name) {
        Path folder = temporary.getRoot().toPath().resolve(name);
        Command.run(Machine.project().resolve("src/demo/make-shop-repo").toString(), folder.toString());
        return folder;
    }

    private static String commits(Path repository) {
        return in(repository, "git", "for-each-ref", "--format=%(objectname) %(refname)");
    }

    private static void checkOut(String version) {
        in(repository, "git", "checkout", "--quiet", "v" + version);
    }

    private static Path build(String version) {
        checkOut(version);
        Path binary = temporary.getRoot().toPath().resolve("shop-" + version);
        in(repository, "go", "build", "-ldflags=-X main.version=" + version, "-o", binary.toString(), "./cmd/shop");
        return binary;
    }

    private static String in(Path folder, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("CGO_ENABLED", "0"); // or Go before 1.20 wants a C compiler
        return Command.run(builder);
    }

    /** A shop that runs on a free port of this machine. */
    private record Shop(Process process, String address) implements AutoCloseable {
        static Shop start(Path binary) throws IOException {
            Process process = process(binary).start();
            BufferedReader log = process.errorReader();
            String line = log.readLine();
            assertTrue(line, line != null && line.contains(" listens on "));
            return new Shop(process, line.substring(line.lastIndexOf(' ') + 1));
        }

        static ProcessBuilder process(Path binary) {
            ProcessBuilder builder = new ProcessBuilder(binary.toString(), "-addr", "127.0.0.1:0");
            builder.directory(temporary.getRoot());
            return builder;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }

        int terminate() throws InterruptedException {
            process.toHandle().destroy(); // Process.destroy would also close its log: it would die of that
            return process.waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
