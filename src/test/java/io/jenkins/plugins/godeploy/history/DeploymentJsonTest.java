package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class DeploymentJsonTest {
    /** The keys are a contract: pipelines, scripts and older stores depend on every one of them. */
    @Test
    public void theKeysStayAsTheyAre() {
        assertEquals(
                "{\"number\":7,\"id\":\"id-1.0.0\",\"kind\":\"deploy\",\"service\":\"shop\","
                        + "\"environment\":\"production\",\"version\":\"1.0.0\",\"release\":\"1.0.0-0123456789ab\","
                        + "\"commit\":\"c0ffee\",\"commitDate\":\"2026-02-28T09:30:00Z\",\"result\":\"succeeded\",\"message\":null,"
                        + "\"startedAt\":\"2026-03-01T12:00:00.123Z\",\"durationMillis\":4200,\"bytesSent\":1000,"
                        + "\"strategy\":\"rollingUpdate\",\"actor\":\"alice\",\"url\":null,\"hosts\":[{\"name\":\"web1\","
                        + "\"address\":\"10.0.0.1\",\"platform\":\"linux/amd64\",\"result\":\"succeeded\","
                        + "\"before\":null,\"serves\":\"1.0.0-0123456789ab\",\"version\":\"1.0.0\",\"proof\":\"exact\","
                        + "\"bytesSent\":1000,\"restartGapMillis\":35,\"durations\":{\"look\":120,\"switch\":80},"
                        + "\"confirmed\":true,\"message\":null,\"log\":[],\"journalHead\":\"" + "ab".repeat(32)
                        + "\"}]}",
                line(new HistoryRecord(7, Deployments.of("1.0.0"))));
    }

    @Test
    public void whatIsWrittenIsReadAgain() {
        HistoryRecord kept = new HistoryRecord(7, Deployments.of("1.0.0"));

        assertEquals(kept, DeploymentJson.toRecord(JsonText.read(line(kept))));
    }

    @Test
    public void hostileTextsComeBackAsTheyWere() {
        String[] texts = {
            "a\nb\r\nc",
            "\"quoted\" 'single' \\back",
            "\0\u0001\u001b[31m\u007f",
            "a".repeat(10_000),
            "\u202Eexe.cod",
            "商店 \uD83D\uDE80",
            "\uD800",
            "\u2028\u2029",
            "</script><img src=x>",
            " ",
            ""
        };
        for (String text : texts) {
            HistoryRecord kept = new HistoryRecord(1, Deployments.hostile(text));
            String line = line(kept);

            assertTrue(line, line.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == 0x7f));
            assertEquals(kept, DeploymentJson.toRecord(JsonText.read(line)));
        }
    }

    @Test
    public void keysOfANewerVersionArePassedOver() {
        HistoryRecord kept = new HistoryRecord(7, Deployments.of("1.0.0"));
        String newer = line(kept).replace("\"kind\"", "\"approvals\":[{\"by\":\"bob\"}],\"kind\"");

        assertEquals(kept, DeploymentJson.toRecord(JsonText.read(newer)));
    }

    @Test
    public void whatIsNoRecordIsRefused() {
        for (String text :
                new String[] {"", "null", "[]", "7", "{}", "{\"number\":1}", "{\"number\":\"x\"}", "{} {}"}) {
            assertThrows(text, IllegalArgumentException.class, () -> DeploymentJson.toRecord(JsonText.read(text)));
        }
    }

    @Test
    public void everythingIsPlain() {
        assertPlain(DeploymentJson.toMap(new HistoryRecord(1, Deployments.of("1.0.0"))));
    }

    @Test
    public void theVersionComesFromTheIdOfTheRelease() {
        assertEquals("1.0.0-rc-1", DeploymentJson.versionOf("1.0.0-rc-1-0123456789ab"));
        assertNull(DeploymentJson.versionOf(null));
        assertNull(DeploymentJson.versionOf("by-hand"));
    }

    @Test
    public void anUnknownGapIsNull() {
        Deployment deployment = Deployments.hostile("x");
        Map<?, ?> host = (Map<?, ?>) ((List<?>) DeploymentJson.toMap(deployment).get("hosts")).get(0);

        assertTrue(host.containsKey("restartGapMillis"));
        assertNull(host.get("restartGapMillis"));
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertEquals(LinkedHashMap.class, map.getClass());
            map.values().forEach(DeploymentJsonTest::assertPlain);
        } else if (value instanceof List<?> list) {
            assertEquals(ArrayList.class, list.getClass());
            list.forEach(DeploymentJsonTest::assertPlain);
        } else if (value != null) {
            assertTrue(
                    value.getClass().toString(),
                    Set.of(String.class, Long.class, Boolean.class).contains(value.getClass()));
            assertFalse(value.toString().contains("@"));
        }
    }

    private static String line(HistoryRecord kept) {
        return JsonText.line(DeploymentJson.toMap(kept));
    }
}
