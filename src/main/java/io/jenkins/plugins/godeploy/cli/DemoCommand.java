package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.cli.demo.DemoFolder;
import io.jenkins.plugins.godeploy.cli.demo.DemoHosts;
import io.jenkins.plugins.godeploy.cli.demo.DemoShop;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
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

    @Option(names = "--verbose", description = "Print the stack trace of an error, too.")
    private boolean verbose;

    private volatile boolean stopped;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        requireLinux(System.getProperty("os.name"));
        requireProgram("go");
        requireProgram("git");
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (StopOnSignal signal = new StopOnSignal(() -> stopped = true, GRACE, err);
                DemoFolder folder = DemoFolder.make(named, keep);
                DemoHosts hosts = DemoHosts.start(folder.path())) {
            DemoShop shop = DemoShop.write(folder.path().resolve("shop"));
            boolean ok = new DemoRun(folder.path(), hosts, surroundings, out, err, () -> stopped).run(shop);
            if (folder.stays()) {
                out.println("Everything is left in " + folder.path() + ".");
            }
            return ok ? ExitCode.DONE : ExitCode.FAILED;
        }
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
