package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.demo.TestHosts.Host;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

/** A build that is aborted, or has no time left, while it deploys. */
public class StopCheck {
    private static final String DEPLOY = "goDeploy environment: '" + Real.ENVIRONMENT + "'";

    private final Real real = Real.get();

    @Before
    public void deploy() throws Exception {
        Shop.deploy("1.0.0");
    }

    @Test
    public void anAbortedOneLeavesEachHostWithOneReleaseAndRunsAgain() throws Exception {
        Builds build =
                Builds.pipeline("checks-abort", Shop.built("1.1.0", DEPLOY)).start();
        build.awaitLog("switch: to 1.1.0");

        real.controller().session().post(build.path() + "stop", Map.of());

        assertEquals("ABORTED", build.end());
        requireOldOrNew();
        requireRecorded(build);
        build.requireEnd("SUCCESS");
        Shop.requireServes("1.1.0");
    }

    @Test
    public void atATimeoutTheSame() throws Exception {
        Builds build = Builds.pipeline(
                "checks-timeout", Shop.built("1.1.0", "timeout(time: 3, unit: 'SECONDS') { " + DEPLOY + " }"));

        assertEquals("ABORTED", build.run());
        requireOldOrNew();
        requireRecorded(build);
        Builds.pipeline("checks-timeout", Shop.built("1.1.0", DEPLOY)).requireEnd("SUCCESS");
        Shop.requireServes("1.1.0");
    }

    private void requireOldOrNew() throws Exception {
        for (Host host : real.hosts().list()) {
            String version = Shop.serves(host);
            assertTrue(host.name() + " serves " + version, version.equals("1.0.0") || version.equals("1.1.0"));
        }
    }

    /** The record says which host serves what. */
    private void requireRecorded(Builds build) throws Exception {
        var record = real.controller()
                .session()
                .json("/go-deploy/api/json?include=deployments&limit=1")
                .get("deployments")
                .get(0);
        assertEquals(build.job(), record.get("job").asText());
        assertEquals("stopped", record.get("result").asText());
        int i = 0;
        for (Host host : real.hosts().list()) {
            String serves = record.get("hosts").get(i++).get("serves").asText();
            assertTrue(serves, serves.startsWith(Shop.serves(host) + "-"));
        }
    }
}
