package io.jenkins.plugins.godeploy.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.rules.ExternalResource;

/**
 * Real hosts for tests, with systemd and OpenSSH: see {@code src/test/fleet/fleet}. As a rule it hands over hosts in
 * their first state:
 *
 * <pre>{@code @ClassRule public static final Fleet fleet = Fleet.require(3);}</pre>
 *
 * It takes the hosts that GODEPLOY_FLEET names (the folder of a running fleet), as {@code src/test/run} sets it.
 * Otherwise root gets them started, once for all test classes of this JVM, and anybody else's test is skipped with one
 * line that says so.
 */
public final class Fleet extends ExternalResource {
    /** A host; name, address and port are also what {@link #knownHosts} has. Its shop answers at port 8080. */
    public record Host(String name, String address, int port) {}

    private static final String USER = "deploy";
    private static final Path SCRIPT = Machine.project().resolve("src/test/fleet/fleet");

    /** Folder of the running fleet, the same for all instances; null until one is needed. */
    private static Path running;

    private final int count;

    private Fleet(int count) {
        this.count = count;
    }

    /** At least so many hosts. They come up when the rule is applied, or when they are first asked for. */
    public static Fleet require(int hosts) {
        return new Fleet(hosts);
    }

    @Override
    protected void before() {
        resetAll();
    }

    /** The n-th host, from 1. */
    public Host host(int n) {
        return hosts().get(n - 1);
    }

    /** The hosts that were required. */
    public List<Host> hosts() {
        return inventory(up()).limit(count).toList();
    }

    /** Who may log in, to own {@code /opt/shop} and to restart {@code shop.service}. */
    public String user() {
        return USER;
    }

    /** The private key of {@link #user}, in OpenSSH format, without a passphrase. */
    public Path identityFile() {
        return up().resolve("id_ed25519");
    }

    /** Where the running fleet lives. */
    public Path folder() {
        return up();
    }

    public Path knownHosts() {
        return up().resolve("known_hosts");
    }

    /** Standard output of a command that runs as root on the host, past SSH; it must succeed. */
    public String exec(Host host, String... command) {
        return script(Stream.concat(Stream.of("exec", host.name()), Stream.of(command)));
    }

    /** Ends all of the host's processes at once; its peers get resets. Its disk is kept. */
    public void kill(Host host) {
        script(Stream.of("kill", host.name()));
    }

    /** Boots a host that is off and waits until it accepts connections. */
    public void start(Host host) {
        script(Stream.of("start", host.name()));
    }

    /** From now on nothing reaches the host or leaves it, and nobody is told. */
    public void cut(Host host) {
        script(Stream.of("cut", host.name()));
    }

    /** Ends {@link #cut}. */
    public void mend(Host host) {
        script(Stream.of("mend", host.name()));
    }

    /** As it was when it first came up, without a reboot: no release, no service running, nobody logged in. */
    public void reset(Host host) {
        script(Stream.of("reset", host.name()));
    }

    /** {@link #reset} of all hosts at the same time. */
    public void resetAll() {
        script(Stream.of("reset", "all"));
    }

    private String script(Stream<String> arguments) {
        return script(up(), arguments.toArray(String[]::new));
    }

    private static String script(Path fleet, String... arguments) {
        ProcessBuilder builder = command(arguments);
        builder.environment().put("FLEET_DIR", fleet.toString());
        return Command.run(builder);
    }

    private static ProcessBuilder command(String... arguments) {
        return new ProcessBuilder(Stream.concat(Stream.of(SCRIPT.toString()), Stream.of(arguments))
                .toList());
    }

    private Path up() {
        synchronized (Fleet.class) {
            if (running == null) {
                String given = System.getenv("GODEPLOY_FLEET");
                if (!Machine.isRoot()) {
                    throw Machine.lacks("test hosts: they need root (src/test/run)");
                }
                running = given == null || given.isEmpty() ? start(count) : Path.of(given);
            }
            if (inventory(running).count() < count) {
                script(running, "up", Integer.toString(count));
            }
            return running;
        }
    }

    /**
     * Starts hosts that live as long as this JVM: they go when the pipe to their keeper closes, which happens even to a
     * JVM that is killed.
     */
    private static Path start(int count) {
        ProcessBuilder builder =
                command("with", Integer.toString(count), "sh", "-c", "echo \"$GODEPLOY_FLEET\"; cat >/dev/null");
        try {
            Process keeper =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            BufferedReader reader = keeper.inputReader();
            String folder = reader.readLine();
            if (folder == null) {
                throw new AssertionError("The test hosts did not come up; " + SCRIPT + " said why.");
            }
            // The JVM waits for the hosts' end, so that a second run right after it finds nothing half gone.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(keeper)));
            return Path.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process keeper) {
        try {
            keeper.getOutputStream().close();
            keeper.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            // The JVM ends anyway, and the pipe with it.
        }
    }

    private static Stream<Host> inventory(Path fleet) {
        Path file = fleet.resolve("inventory");
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" "))
                    .map(word -> new Host(word[0], word[1], Integer.parseInt(word[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
