package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.deploy.DeployEvent;
import io.jenkins.plugins.godeploy.host.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

public class ProgressTest {
    private static final String CLEAR = "\r\u001b[2K";

    private final StringWriter err = new StringWriter();
    private final PrintWriter writer = new PrintWriter(err, true);

    @Test
    public void inALogEachEventIsALine() {
        PlainProgress progress = new PlainProgress(writer, List.of("web1", "web10"), () -> 0);

        progress.on(new DeployEvent(null, null, "batch 1 of 1", -1));
        progress.on(new DeployEvent("web1", Phase.LOOK, "linux/amd64", -1));
        progress.on(new DeployEvent("web10", Phase.SWITCH, "to 1.0.0", -1));

        assertEquals("""
                batch 1 of 1
                web1   look    linux/amd64
                web10  switch  to 1.0.0
                """, err.toString());
    }

    @Test
    public void inALogAnUploadIsToldOfEveryFiveSeconds() {
        AtomicLong nanos = new AtomicLong();
        PlainProgress progress = new PlainProgress(writer, List.of("web1"), nanos::get);

        for (int second = 0; second < 10; second++) {
            nanos.set(second * 1_000_000_000L);
            progress.on(new DeployEvent("web1", Phase.SEND, second * 10 + " %", second * 10));
        }
        progress.on(new DeployEvent("web1", Phase.SEND, "sent", 100));

        assertEquals("web1  send    50 %\nweb1  send    sent\n", err.toString());
    }

    @Test
    public void onATerminalEachHostHasOneLineThatChanges() {
        LiveProgress progress = new LiveProgress(writer, List.of("web1", "web2"), null);

        progress.on(new DeployEvent("web2", Phase.LOOK, "a", -1));
        progress.on(new DeployEvent("web1", Phase.SEND, "b", 10));
        progress.on(new DeployEvent(null, null, "batch 1 of 1", -1));

        assertEquals(
                CLEAR + "web1\n" + CLEAR + "web2  look    a\n" + "\u001b[2A" + CLEAR + "web1  send    b\n" + CLEAR
                        + "web2  look    a\n" + "\u001b[2A" + CLEAR + "batch 1 of 1\n" + CLEAR + "web1  send    b\n"
                        + CLEAR + "web2  look    a\n",
                err.toString());
    }

    @Test
    public void aLineNeverBreaksOnATerminal() {
        LiveProgress progress = new LiveProgress(writer, List.of("web1"), "20");

        progress.on(new DeployEvent("web1", Phase.LOOK, "x".repeat(100), -1));

        assertEquals(CLEAR + "web1  look    xxxxx\n", err.toString());
    }

    @Test
    public void whatHostsSayCannotMoveTheCursor() {
        PlainProgress progress = new PlainProgress(writer, List.of("web1"), () -> 0);

        progress.on(new DeployEvent("web1", Phase.PROVE, "\u001b[2J\rbad\u202E", -1));

        assertEquals("web1  prove   ?[2J?bad?\n", err.toString());
    }
}
