package io.jenkins.plugins.godeploy.jenkins.deploy;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.deploy.DeployEvent;
import io.jenkins.plugins.godeploy.host.Phase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;

public class LogLinesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LogLines log = new LogLines(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    public void aLineNamesTheHostAndItsPhase() {
        log.on(new DeployEvent("web1", Phase.SWITCH, "to 1.4.1", -1));
        log.on(new DeployEvent(null, null, "batch 1 of 2: web1", -1));
        assertEquals(List.of("[web1] switch: to 1.4.1", "batch 1 of 2: web1"), lines());
    }

    @Test
    public void whatAHostSaysStaysOnOneLine() {
        log.on(new DeployEvent("web1", Phase.PROVE, "503\nFinished: SUCCESS\u001b[2J", -1));
        assertEquals(List.of("[web1] prove: 503?Finished: SUCCESS?[2J"), lines());
    }

    @Test
    public void progressDoesNotFillTheLog() {
        for (int percent = 0; percent < 100; percent += 10) {
            log.on(new DeployEvent("web1", Phase.SEND, percent + " % of 3.5 MB", percent));
        }
        log.on(new DeployEvent("web1", Phase.SEND, "sent 3.5 MB", 100));
        assertEquals(List.of("[web1] send: sent 3.5 MB"), lines());
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
