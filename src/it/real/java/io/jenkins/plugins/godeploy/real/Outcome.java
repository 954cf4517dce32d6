package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.godeploy.demo.TestHosts.Host;
import java.io.IOException;
import java.time.Duration;

/** What a deployment has left behind, however it ended. */
final class Outcome {
    /** Longer than a restart of the service, in which it does not answer. */
    private static final Duration GAP = Duration.ofSeconds(20);

    private Outcome() {}

    /** Each host serves one of two versions. */
    static void requireOldOrNew(String older, String newer) throws IOException, InterruptedException {
        for (Host host : Real.get().hosts().list()) {
            String version = afterTheGap(host);
            assertTrue(host.name() + " serves " + version, version.equals(older) || version.equals(newer));
        }
    }

    /** The newest record is that of this build, and says of each host what it serves. */
    static void requireRecorded(Builds build, String result) throws IOException, InterruptedException {
        JsonNode record = newest();
        String told = record.toString();
        assertEquals(told, build.job(), record.get("job").asText());
        assertEquals(told, build.number(), record.get("build").asInt());
        assertEquals(told, result, record.get("result").asText());
        int i = 0;
        for (Host host : Real.get().hosts().list()) {
            JsonNode recorded = record.get("hosts").get(i++);
            assertEquals(told, host.name(), recorded.get("name").asText());
            assertTrue(told, recorded.get("serves").asText().startsWith(afterTheGap(host) + "-"));
        }
    }

    /** The newest record is that of this build, and says of each host that nobody knows what it serves. */
    static void requireRecordedAsUnknown(Builds build) throws IOException, InterruptedException {
        JsonNode record = newest();
        String told = record.toString();
        assertEquals(told, build.number(), record.get("build").asInt());
        for (JsonNode host : record.get("hosts")) {
            assertTrue(told, host.get("message").asText().startsWith("It is not known what this host serves"));
        }
    }

    private static JsonNode newest() throws IOException, InterruptedException {
        return Real.get()
                .controller()
                .session()
                .json("/go-deploy/api/json?include=deployments&limit=1")
                .get("deployments")
                .get(0);
    }

    private static String afterTheGap(Host host) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + GAP.toNanos();
        while (true) {
            try {
                return Shop.serves(host);
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(host.name() + " serves nothing.", e);
                }
                Thread.sleep(200);
            }
        }
    }
}
