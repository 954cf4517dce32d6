package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.Test;

public class StopOnSignalTest {
    @Test
    public void aSignalStopsTheWorkAndWaitsForItsEnd() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            said.append(lines.readLine()).append('\n'); // it works by now
            process.toHandle().destroy(); // leaves the streams open
            lines.lines().forEach(line -> said.append(line).append('\n'));
        }

        assertEquals("killed by SIGTERM, as shells number it", 143, process.waitFor());
        assertEquals("""
                working
                go-deploy: stopping; hosts that were switched are put back, which may take up to 1m.
                put back and recorded
                """, said.toString());
    }

    /** Works until it is stopped. */
    public static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch stopped = new CountDownLatch(1);
            PrintWriter out = new PrintWriter(System.out, true);
            try (StopOnSignal signal = new StopOnSignal(stopped::countDown, Duration.ofMinutes(1), out)) {
                out.println("working");
                stopped.await();
                out.println("put back and recorded");
            }
        }
    }
}
