package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import org.junit.Test;

/** An agent that dies by kill -9 while it deploys. */
public class AgentLostCheck {
    private static final String DEPLOY = "goDeploy environment: '" + Real.ENVIRONMENT + "'";
    private static final String SMALL = Shop.built("1.1.0", DEPLOY);

    private final Real real = Real.get();

    @Test
    public void inLook() throws Exception {
        diesAt("look: connecting to", SMALL, "1.1.0");
    }

    @Test
    public void inSend() throws Exception {
        diesAt("send: ", Shop.builtLarge("1.1.0-agent", DEPLOY), "1.1.0-agent");
    }

    @Test
    public void inSwitch() throws Exception {
        diesAt("switch: to 1.1.0", SMALL, "1.1.0");
    }

    @Test
    public void inProve() throws Exception {
        diesAt("prove: healthy 1/", SMALL, "1.1.0");
    }

    @Test
    public void andTheBuildIsStoppedBeforeItIsBack() throws Exception {
        Builds build = dead("prove: healthy 1/", SMALL);

        real.controller().session().post(build.path() + "stop", Map.of());

        String ended = build.end();
        assertEquals(build.log(), "ABORTED", ended);
        Outcome.requireOldOrNew("1.0.0", "1.1.0");
        Outcome.requireRecordedAsUnknown(build);
        real.agent().start();
        // The lock of the one that died is free when its lease is over
        String again = build.run();
        for (int i = 0; i < 12 && !again.equals("SUCCESS") && build.log().contains("another deployment"); i++) {
            Thread.sleep(10_000);
            again = build.run();
        }
        assertEquals(build.log(), "SUCCESS", again);
        Shop.requireServes("1.1.0");
    }

    /** The step waits for its agent, and the same deployment goes on. */
    private void diesAt(String line, String script, String version) throws Exception {
        Builds build = dead(line, script);

        Outcome.requireOldOrNew("1.0.0", version);
        real.agent().start();

        String ended = build.end();
        assertEquals(build.log(), "SUCCESS", ended);
        Shop.requireServes(version);
        Outcome.requireRecorded(build, "succeeded");
        build.requireEnd("SUCCESS");
        Shop.requireServes(version);
    }

    private Builds dead(String line, String script) throws Exception {
        Shop.deploy("1.0.0");
        Builds build = Builds.pipeline("checks-agent-lost", script).start();
        build.awaitLog(line);
        real.agent().kill();
        build.awaitLog("Waiting for the agent to come back");
        return build;
    }
}
