package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.demo.Installation;
import org.junit.Test;

/** Jenkins dies by kill -9 in each phase of a deployment, starts again, and the same build ends as it would have. */
public class RestartCheck {
    private final Real real = Real.get();

    @Test
    public void inLook() throws Exception {
        diesAt("look: connecting to", "1.1.0", "SUCCESS");
    }

    @Test
    public void inSend() throws Exception {
        diesAt("send: ", "1.1.0", "SUCCESS");
    }

    @Test
    public void inSwitch() throws Exception {
        diesAt("switch: to 1.1.0", "1.1.0", "SUCCESS");
    }

    @Test
    public void inProve() throws Exception {
        diesAt("prove: healthy 1/", "1.1.0", "SUCCESS");
    }

    @Test
    public void inSettle() throws Exception {
        diesAt("settle: ", "1.1.0", "SUCCESS");
    }

    @Test
    public void inTheReturnOfAFaultyRelease() throws Exception {
        diesAt("return: ", "1.2.0", "FAILURE");
    }

    private void diesAt(String line, String version, String result) throws Exception {
        Installation own = real.installation();
        Shop.deploy("1.0.0");
        Builds build = Builds.pipeline(
                        "checks-restart", Shop.built(version, "goDeploy environment: '" + Real.ENVIRONMENT + "'"))
                .start();
        build.awaitLog(line);

        own.jenkins().kill();
        own.jenkins().start();
        own.agent().awaitOnline();

        String ended = build.end();
        assertEquals(build.log(), result, ended);
        Shop.requireServes(result.equals("SUCCESS") ? version : "1.0.0");
    }
}
