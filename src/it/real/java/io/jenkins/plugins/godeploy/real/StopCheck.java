package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;

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
        Outcome.requireOldOrNew("1.0.0", "1.1.0");
        Outcome.requireRecorded(build, "stopped");
        build.requireEnd("SUCCESS");
        Shop.requireServes("1.1.0");
    }

    @Test
    public void atATimeoutTheSame() throws Exception {
        Builds build = Builds.pipeline(
                "checks-timeout", Shop.built("1.1.0", "timeout(time: 3, unit: 'SECONDS') { " + DEPLOY + " }"));

        assertEquals("ABORTED", build.run());
        Outcome.requireOldOrNew("1.0.0", "1.1.0");
        Outcome.requireRecorded(build, "stopped");
        Builds.pipeline("checks-timeout", Shop.built("1.1.0", DEPLOY)).requireEnd("SUCCESS");
        Shop.requireServes("1.1.0");
    }
}
