package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.cli.demo.DemoHosts;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DemoCommandTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void deploysTakesBackRollsBackAndLeavesNothingRunning() throws Exception {
        Machine.require("go", "git");
        Path demo = folder.getRoot().toPath().toRealPath().resolve("demo");
        Cli cli = new Cli(folder.getRoot().toPath());

        assertEquals(cli.err + cli.out, 0, cli.raw("demo", demo.toString()));

        assertEquals(
                List.of(
                        "#4 rollback shop demo 1.0.0 succeeded 3/3",
                        "#3 deploy shop demo 1.2.0 returned 0/3",
                        "#2 deploy shop demo 1.1.0 succeeded 3/3",
                        "#1 deploy shop demo 1.0.0 succeeded 3/3"),
                cli.out
                        .substring(cli.out.indexOf("== History"))
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .map(line ->
                                String.join(" ", List.of(line.split(" {2,}")).subList(0, 7)))
                        .toList());
        assertEquals(List.of(), processesOf(demo));
        Matcher port = Pattern.compile("port: (\\d+)").matcher(Files.readString(demo.resolve("godeploy.yaml")));
        while (port.find()) {
            int closed = Integer.parseInt(port.group(1));
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", closed).close());
        }
        Eventually.within(Duration.ofSeconds(10), () -> assertEquals(List.of(), threads()));
    }

    @Test
    public void aFolderWithSomethingInItIsRefused() throws Exception {
        Machine.require("go", "git");
        Cli cli = new Cli(folder.getRoot().toPath());
        cli.file("mine", "");

        assertEquals(2, cli.raw("demo", cli.folder.toString()));

        assertEquals(
                "go-deploy: " + cli.folder + " is there and not an empty folder; name another for the demo.\n",
                cli.err);
    }

    @Test
    public void anotherSystemIsRefused() {
        BadInputException e = assertThrows(BadInputException.class, () -> DemoCommand.requireLinux("Mac OS X"));

        assertTrue(e.getMessage(), e.getMessage().contains("need Linux, and this is Mac OS X"));
    }

    private static List<ProcessHandle> processesOf(Path demo) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return Files.readString(
                                        Path.of("/proc", Long.toString(process.pid()), "environ"),
                                        StandardCharsets.ISO_8859_1)
                                .contains(DemoHosts.MARK + "=" + demo);
                    } catch (IOException e) {
                        return false;
                    }
                })
                .toList();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("demo host ") || name.startsWith("sshd-"))
                .toList();
    }
}
