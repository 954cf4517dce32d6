package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.demo.TestHosts.Host;
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

    /** The build fails; each host serves one release or the other; running it again finishes. */
    private void diesAt(String line) throws Exception {
        Shop.deploy("1.0.0");
        Builds build = Builds.pipeline(
                        "checks-agent-lost", Shop.built("1.1.0", "goDeploy environment: '" + Real.ENVIRONMENT + "'"))
                .start();
        build.awaitLog(line);

        real.agent().kill();

        String ended = build.end();
        assertTrue(ended, ended.equals("FAILURE") || ended.equals("ABORTED"));
        for (Host host : real.hosts().list()) {
            String version = Shop.serves(host);
            assertTrue(host.name() + " serves " + version, version.equals("1.0.0") || version.equals("1.1.0"));
        }
        real.agent().start();
        // The lock of the one that died is free when its lease is over
        String again = build.run();
        for (int i = 0; i < 12 && !again.equals("SUCCESS") && build.log().contains("deployed by"); i++) {
            Thread.sleep(10_000);
            again = build.run();
        }
        assertTrue(build.log(), again.equals("SUCCESS"));
        Shop.requireServes("1.1.0");
    }
}
