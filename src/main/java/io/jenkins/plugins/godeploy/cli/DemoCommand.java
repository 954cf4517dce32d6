package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.cli.demo.DemoFolder;
import io.jenkins.plugins.godeploy.cli.demo.DemoHosts;
import io.jenkins.plugins.godeploy.cli.demo.DemoShop;
import java.io.File;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Shows the main job on this machine alone: deploys a small service to three hosts that are inside"
                + " this program, takes a faulty release back, and rolls back.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class)
final class DemoCommand implements Callable<Integer> {
    /** Longer than the engine takes to put three hosts back. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "A new or empty folder for everything, which stays (default: a temporary one).")
    private Path named;

    @Option(names = "--keep", description = "Leave the temporary folder there.")
    private boolean keep;

    @Option(
            names = "--hosts-only",
            description =
                    "Start the hosts, write the godeploy.yaml that leads to them, and leave them up until Ctrl-C.")
    private boolean hostsOnly;

    @Option(names = "--verbose", description = "Print the stack trace of an error, too.")
    private boolean verbose;

    private final CountDownLatch stop = new CountDownLatch(1);

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        requireLinux(System.getProperty("os.name"));
        if (!hostsOnly) {
            requireProgram("go");
            requireProgram("git");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (StopOnSignal signal = new StopOnSignal(stop::countDown, GRACE, hostsOnly ? silent() : err);
                DemoFolder folder = DemoFolder.make(named, keep);
                DemoHosts hosts = DemoHosts.start(folder.path())) {
            Path yaml = hosts.write();
            if (hostsOnly) {
                out.println("Three hosts are up; " + yaml + " leads to them. Ctrl-C ends them.");
                out.flush();
                stop.await();
                return ExitCode.DONE;
            }
            DemoShop shop = DemoShop.write(folder.path().resolve("shop"));
            boolean ok = new DemoRun(folder.path(), yaml, surroundings, out, err, () -> stop.getCount() == 0).run(shop);
            if (folder.stays()) {
                out.println("Everything is left in " + folder.path() + ".");
            }
            return ok ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Nothing is deployed by hosts alone, so there is nothing to say of what is put back. */
    private static PrintWriter silent() {
        return new PrintWriter(Writer.nullWriter());
    }

    /** @throws BadInputException on another system: what runs on the hosts reads Linux' /proc */
    static void requireLinux(String system) {
        if (!system.equals("Linux")) {
            throw new BadInputException("The demo's hosts need Linux, and this is " + system + "; run it on Linux.");
        }
    }

    private static void requireProgram(String name) {
        if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, name)))) {
            throw new BadInputException("The demo needs go and git, and there is no " + name + " in PATH; install it.");
        }
    }
}
