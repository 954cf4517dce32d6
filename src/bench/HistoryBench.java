import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.godeploy.demo.Account;
import io.jenkins.plugins.godeploy.demo.Installation;
import io.jenkins.plugins.godeploy.demo.LocalJenkins;
import io.jenkins.plugins.godeploy.demo.Session;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the overview of deployments takes to answer, beside Jenkins' own /api/json, in a Jenkins with a job for each
 * service and a full history. Arguments: WAR, PLUGINS, this plugin.
 */
public final class HistoryBench {
    private static final int SERVICES = 50;
    private static final int DEPLOYMENTS = 10_000;
    private static final int HOSTS = 4;
    private static final String[] ENVIRONMENTS = {"staging", "production", "edge"};
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;
    /** The overview may take as many times as long as Jenkins' own answer. */
    private static final double GOAL = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        Path war = Path.of(arguments[0]);
        double ratio;
        try (Installation installation =
                Installation.create(war, Path.of(arguments[1]), Path.of(arguments[2]), 0)) {
            LocalJenkins jenkins = installation.jenkins();
            fill(jenkins.home());
            jenkins.start();
            ratio = measure(session(installation), jenkins.home().resolve("go-deploy/history.jsonl"));
        }
        System.out.printf("ratio %.2f%n", ratio);
        System.exit(ratio <= GOAL ? 0 : 1);
    }

    /** By an API token: checking a password takes longer than either answer. */
    private static Session session(Installation installation) throws Exception {
        LocalJenkins jenkins = installation.jenkins();
        String token = installation.controller().session().groovy(
                "def user = hudson.model.User.getById('admin', true); println user.getProperty("
                        + "jenkins.security.ApiTokenProperty).generateNewToken('bench').plainValue; user.save()");
        return new Session(jenkins.address(), new Account(jenkins.administrator().user(), token));
    }

    private static double measure(Session session, Path history) throws Exception {
        String own = "/api/json";
        String overview = "/go-deploy/data/overview";
        long first = time(session, overview);
        System.out.printf("first overview, which reads the history: %d ms%n", first / 1_000_000);
        for (int i = 0; i < WARM_UP; i++) {
            time(session, own);
            time(session, overview);
        }
        long[] owns = new long[ROUNDS];
        long[] overviews = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            owns[i] = time(session, own);
            overviews[i] = time(session, overview);
        }
        System.out.printf("/api/json: %.1f ms, overview: %.1f ms (medians of %d)%n", millis(owns), millis(overviews), ROUNDS);
        long[] newest = new long[ROUNDS];
        long[] oldest = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            newest[i] = time(session, "/go-deploy/api/json?limit=20&include=deployments");
            oldest[i] = time(session, "/go-deploy/api/json?limit=20&include=deployments&cursor=21");
        }
        System.out.printf("a page of 20: the newest %.1f ms, the oldest %.1f ms%n", millis(newest), millis(oldest));
        long with = heap(session);
        Files.delete(history);
        session.text(overview); // forgets it
        System.out.printf("heap that the history takes: %.1f MB%n", (with - heap(session)) / 1e6);
        return millis(overviews) / millis(owns);
    }

    private static long time(Session session, String path) throws Exception {
        long begin = System.nanoTime();
        session.text(path);
        return System.nanoTime() - begin;
    }

    private static double millis(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    /** Bytes that are in use after a collection. */
    private static long heap(Session session) throws Exception {
        return Long.parseLong(session.groovy(
                "3.times { System.gc(); Thread.sleep(200) }; def r = Runtime.runtime; println r.totalMemory() - r.freeMemory()"));
    }

    private static void fill(Path home) throws Exception {
        Path folder = Files.createDirectories(home.resolve("go-deploy"));
        Map<String, String> names = new LinkedHashMap<>();
        for (int service = 0; service < SERVICES; service++) {
            Path job = Files.createDirectories(home.resolve("jobs/service-" + service));
            Files.writeString(job.resolve("config.xml"), "<?xml version='1.1'?>\n<project><builders/></project>\n");
            names.put("key-" + service, "service-" + service);
        }
        Files.writeString(folder.resolve("jobs.json"), JSON.writeValueAsString(names));
        Instant start = Instant.now().minus(Duration.ofMinutes(10L * DEPLOYMENTS));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("history.jsonl"))) {
            for (int number = 1; number <= DEPLOYMENTS; number++) {
                out.write(JSON.writeValueAsString(deployment(number, start.plus(Duration.ofMinutes(10L * number)))));
                out.write('\n');
            }
        }
    }

    private static Map<String, Object> deployment(int number, Instant at) {
        int service = number % SERVICES;
        boolean returned = number % 13 == 0;
        String version = "1." + number / 100 + "." + number % 100;
        String release = version + "-0123456789ab";
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", number);
        map.put("id", "00000000-0000-0000-0000-" + String.format("%012d", number));
        map.put("kind", "deploy");
        map.put("service", "service-" + service);
        map.put("environment", ENVIRONMENTS[number / SERVICES % ENVIRONMENTS.length]);
        map.put("version", version);
        map.put("release", release);
        map.put("commit", "0123456789abcdef0123456789abcdef01234567");
        map.put("commitDate", at.minus(Duration.ofHours(3)).toString());
        map.put("result", returned ? "returned" : "succeeded");
        map.put("message", returned ? "host-0: the health check failed: 503 Service Unavailable." : null);
        map.put("startedAt", at.toString());
        map.put("durationMillis", 4200);
        map.put("bytesSent", 3_500_000);
        map.put("strategy", "rollingUpdate");
        map.put("actor", "alice");
        map.put("url", "http://127.0.0.1/job/service-" + service + "/" + number + "/");
        List<Object> hosts = new ArrayList<>();
        for (int host = 0; host < HOSTS; host++) {
            Map<String, Object> on = new LinkedHashMap<>();
            on.put("name", "host-" + host);
            on.put("address", "10.0.0." + host);
            on.put("platform", "linux/amd64");
            on.put("result", returned ? "returned" : "succeeded");
            on.put("before", "1.0.0-0123456789ab");
            on.put("serves", returned ? "1.0.0-0123456789ab" : release);
            on.put("proof", "exact");
            on.put("bytesSent", 875_000);
            on.put("restartGapMillis", 17);
            on.put("durations", Map.of("look", 120, "send", 900, "switch", 80, "prove", 2300, "settle", 60));
            on.put("confirmed", true);
            on.put("message", null);
            on.put("log", List.of());
            on.put("journalHead", "ab".repeat(32));
            hosts.add(on);
        }
        map.put("hosts", hosts);
        map.put("jobKey", "key-" + service);
        map.put("job", "service-" + service);
        map.put("build", number);
        return map;
    }
}
