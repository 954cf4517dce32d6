package io.jenkins.plugins.godeploy.jenkins.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import io.jenkins.plugins.godeploy.deploy.Drift;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class DriftReportTest {
    private static final Drift CLEAN = new Drift("web1", "1.4.1-3f2a9c0b7d14", List.of());
    private static final Drift EMPTY = new Drift("web2", null, List.of("web2: nothing is deployed there."));

    @Test
    public void hostsThatAreAsTheyWereLeftAreSilent() {
        DriftReport report = report(CLEAN, CLEAN);

        assertEquals(List.of(), report.lines());
        assertNull(report.failure());
    }

    @Test
    public void theFailureCountsFindingsAndHosts() {
        Drift two = new Drift("web3", "1.4.0-aaaaaaaaaaaa", List.of("web3: one.", "web3: two."));

        assertEquals(
                List.of("web2: nothing is deployed there.", "web3: one.", "web3: two."),
                report(CLEAN, EMPTY, two).lines());
        assertEquals(
                "shop in production is not as it was left: 3 findings on 2 of 3 hosts, a line each above.",
                report(CLEAN, EMPTY, two).failure());
        assertEquals(
                "shop in production is not as it was left: 1 finding on 1 of 1 host, a line each above.",
                report(EMPTY).failure());
    }

    @Test
    public void aFindingStaysOnOneLine() {
        Drift said = new Drift("web1", null, List.of("web1: no\nFinished: SUCCESS\u001b[2J"));

        assertEquals(List.of("web1: no?Finished: SUCCESS?[2J"), report(said).lines());
    }

    @Test
    public void aPipelineGetsPlainMaps() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("name", "web2");
        expected.put("serves", null);
        expected.put("clean", false);
        expected.put("findings", List.of("web2: nothing is deployed there."));

        assertEquals(List.of(expected), report(EMPTY).toList());
    }

    private static DriftReport report(Drift... drifts) {
        return new DriftReport("shop", "production", Arrays.asList(drifts));
    }
}
