package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.demo.Installation;
import org.junit.Test;

/** Jenkins dies by kill -9 in each phase of a deployment, starts again, and the same build ends as it would have. */
public class RestartCheck {
    private static final String DEPLOY = "goDeploy environment: '" + Real.ENVIRONMENT + "'";
    private static final String SMALL = Shop.built("1.1.0", DEPLOY);

    private final Real real = Real.get();

    @Test
    public void inLook() throws Exception {
        diesAt("look: connecting to", SMALL, "1.1.0", "SUCCESS");
    }

    @Test
    public void inSend() throws Exception {
        diesAt("send: ", Shop.builtLarge("1.1.0-restart", DEPLOY), "1.1.0-restart", "SUCCESS");
    }

    @Test
    public void inSwitch() throws Exception {
        diesAt("switch: to 1.1.0", SMALL, "1.1.0", "SUCCESS");
    }

    @Test
    public void inProve() throws Exception {
        diesAt("prove: healthy 1/", SMALL, "1.1.0", "SUCCESS");
    }

    @Test
    public void inSettle() throws Exception {
        diesAt("settle: ", SMALL, "1.1.0", "SUCCESS");
    }

    @Test
    public void inTheReturnOfAFaultyRelease() throws Exception {
        diesAt("return: ", Shop.built("1.2.0", DEPLOY), "1.2.0", "FAILURE");
    }

    private void diesAt(String line, String script, String version, String result) throws Exception {
        Installation own = real.installation();
        Shop.deploy("1.0.0");
        Builds build = Builds.pipeline("checks-restart", script).start();
        build.awaitLog(line);

        own.jenkins().kill();
        Outcome.requireOldOrNew("1.0.0", version);
        own.jenkins().start();
        own.agent().awaitOnline();

        String ended = build.end();
        assertEquals(build.log(), result, ended);
        boolean done = result.equals("SUCCESS");
        Shop.requireServes(done ? version : "1.0.0");
        Outcome.requireRecorded(build, done ? "succeeded" : "returned");
        // Jenkins has forgotten the session that began it.
        build.by(real.controller().session()).requireEnd(result);
        Shop.requireServes(done ? version : "1.0.0");
    }
}
