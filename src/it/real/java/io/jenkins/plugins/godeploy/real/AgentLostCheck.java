package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.demo.TestHosts.Host;
import java.util.Map;
import org.junit.Test;

/** An agent that dies by kill -9 while it deploys. */
public class AgentLostCheck {
    private final Real real = Real.get();

    @Test
    public void inLook() throws Exception {
        diesAt("look: connecting to");
    }

    @Test
    public void inSend() throws Exception {
        diesAt("send: ");
    }

    @Test
    public void inSwitch() throws Exception {
        diesAt("switch: to 1.1.0");
    }

    @Test
    public void inProve() throws Exception {
        diesAt("prove: healthy 1/");
    }

    @Test
    public void andTheBuildIsStoppedBeforeItIsBack() throws Exception {
        Builds build = dead("prove: healthy 1/");

        real.controller().session().post(build.path() + "stop", Map.of());

        assertEquals(build.log(), "ABORTED", build.end());
        for (Host host : real.hosts().list()) {
            String version = Shop.serves(host);
            assertTrue(host.name() + " serves " + version, version.equals("1.0.0") || version.equals("1.1.0"));
        }
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
    private void diesAt(String line) throws Exception {
        Builds build = dead(line);

        real.agent().start();

        assertEquals(build.log(), "SUCCESS", build.end());
        Shop.requireServes("1.1.0");
    }

    private Builds dead(String line) throws Exception {
        Shop.deploy("1.0.0");
        Builds build = Builds.pipeline(
                        "checks-agent-lost", Shop.built("1.1.0", "goDeploy environment: '" + Real.ENVIRONMENT + "'"))
                .start();
        build.awaitLog(line);
        real.agent().kill();
        build.awaitLog("Waiting for the agent to come back");
        return build;
    }
}
