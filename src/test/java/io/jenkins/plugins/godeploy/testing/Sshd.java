package io.jenkins.plugins.godeploy.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real OpenSSH server on a port of 127.0.0.1, with a folder of its own, for one test or class of tests. It runs as
 * the user who runs the tests, who alone can log in, with the keys that {@link #authorize} was given.
 */
public final class Sshd implements AutoCloseable {
    private static final int START_SECONDS = 10;

    private final Path folder;
    private final List<String> hostKeyTypes;
    private Process process;
    private int port;

    private Sshd(Path folder, List<String> hostKeyTypes) {
        this.folder = folder;
        this.hostKeyTypes = hostKeyTypes;
    }

    /** A server with an ed25519 host key. */
    public static Sshd start(String... config) {
        return start(List.of("ed25519"), config);
    }

    /**
     * @param hostKeyTypes of ed25519, ecdsa, rsa: a key of each is made
     * @param config lines of sshd_config, which win over those that this class writes; Match blocks last
     */
    public static Sshd start(List<String> hostKeyTypes, String... config) {
        Machine.require("sshd", "ssh-keygen");
        try {
            Sshd sshd = new Sshd(Files.createTempDirectory("sshd"), List.copyOf(hostKeyTypes));
            Runtime.getRuntime().addShutdownHook(new Thread(sshd::close));
            Files.createFile(sshd.authorizedKeys());
            for (String type : hostKeyTypes) {
                SshKeygen.generate(sshd.hostKey(type), type, "");
            }
            sshd.run(config);
            return sshd;
        } catch (IOException e) {
            throw new AssertionError("sshd could not be started", e);
        }
    }

    public int port() {
        return port;
    }

    public String address() {
        return "127.0.0.1";
    }

    public String user() {
        return System.getProperty("user.name");
    }

    /** A folder that goes with the server, for keys and other files of the test. */
    public Path folder() {
        return folder;
    }

    /** Lets the owner of a key log in. */
    public void authorize(Path publicKeyFile) {
        authorize("", publicKeyFile);
    }

    /** @param options as in authorized_keys, such as {@code restrict} or {@code command="..."}; empty for none */
    public void authorize(String options, Path publicKeyFile) {
        try {
            String line = (options + " " + Files.readString(publicKeyFile).strip()).strip() + "\n";
            Files.writeString(authorizedKeys(), line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The known_hosts line that vouches for this server's first host key under a name, such as {@code web1}. */
    public String hostKeyLine(String alias) {
        return hostKeyLine(alias, hostKeyTypes.get(0));
    }

    public String hostKeyLine(String alias, String type) {
        try {
            String[] key = Files.readString(SshKeygen.publicKey(hostKey(type))).split(" ");
            return alias + " " + key[0] + " " + key[1].strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The known_hosts lines of all its host keys, under its address and port. */
    public String knownHosts() {
        String alias = "[" + address() + "]:" + port;
        return hostKeyTypes.stream().map(t -> hostKeyLine(alias, t) + "\n").collect(Collectors.joining());
    }

    /** What the server logged until now. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** How many connections are open. */
    public int connections() {
        return (int) process.children().count();
    }

    /** Ends the server, its connections, and every process that was started through them, even a detached one. */
    @Override
    public synchronized void close() {
        if (process != null) {
            List<ProcessHandle> connections = process.descendants().toList();
            process.destroyForcibly();
            connections.forEach(ProcessHandle::destroyForcibly);
            for (List<ProcessHandle> left = offspring(); !left.isEmpty(); left = offspring()) {
                left.forEach(ProcessHandle::destroyForcibly);
                pause();
            }
            process = null;
        }
        deleteFolder();
    }

    private void run(String... config) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(address()))) {
                port = free.getLocalPort();
            }
            Files.write(folder.resolve("sshd_config"), config(config));
            if (Machine.isRoot()) {
                Files.createDirectories(Path.of("/run/sshd")); // its empty folder; made at boot where systemd runs
            }
            String program = Machine.find("sshd").orElseThrow().toString();
            process = new ProcessBuilder(
                            program,
                            "-D",
                            "-e",
                            "-f",
                            folder.resolve("sshd_config").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(logFile().toFile())
                    .start();
            if (answers()) {
                return;
            }
            // Between the search for a free port and the server's start, somebody else may have taken it.
            if (attempt == 3 || !log().contains("Address already in use")) {
                String log = log();
                close();
                throw new AssertionError("sshd does not run:\n" + log);
            }
        }
    }

    private List<String> config(String... config) throws IOException {
        // sshd takes the first value that it finds for a setting, and a Match block ends only with the file.
        int match = 0;
        while (match < config.length && !config[match].stripLeading().startsWith("Match ")) {
            match++;
        }
        List<String> lines = new ArrayList<>(Arrays.asList(config).subList(0, match));
        lines.addAll(List.of(
                "ListenAddress " + address() + ":" + port,
                "AuthorizedKeysFile " + authorizedKeys(),
                // The user's own start-up files are none of the tests' business: they may print, or take a minute
                "SetEnv HOME=" + folder,
                "PasswordAuthentication no",
                "KbdInteractiveAuthentication no",
                "PermitRootLogin yes",
                "UsePAM " + (isAccountLocked() ? "yes" : "no"),
                "StrictModes no", // the folder is below /tmp
                "UseDNS no",
                "PidFile none",
                "PrintMotd no",
                "PrintLastLog no",
                "LogLevel VERBOSE",
                "Subsystem sftp internal-sftp"));
        hostKeyTypes.forEach(type -> lines.add("HostKey " + hostKey(type)));
        lines.addAll(Arrays.asList(config).subList(match, config.length));
        return lines;
    }

    /** Without PAM, sshd itself refuses an account whose password is locked, as root's is on some machines. */
    private boolean isAccountLocked() throws IOException {
        Path shadow = Path.of("/etc/shadow");
        if (!Files.isReadable(shadow)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(shadow)) {
            return lines.anyMatch(line -> line.startsWith(user() + ":!"));
        }
    }

    private boolean answers() throws IOException {
        long end = System.nanoTime() + START_SECONDS * 1_000_000_000L;
        while (process.isAlive() && System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address(), port), 1000);
                socket.setSoTimeout(START_SECONDS * 1000);
                byte[] banner = socket.getInputStream().readNBytes(4);
                if (new String(banner, StandardCharsets.US_ASCII).equals("SSH-")) {
                    return true;
                }
            } catch (IOException e) {
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What was started through this server, whoever is its parent by now: sshd tells each process the port. */
    private List<ProcessHandle> offspring() {
        return ProcessHandle.allProcesses().filter(this::isOffspring).toList();
    }

    private boolean isOffspring(ProcessHandle handle) {
        Path environment = Path.of("/proc", Long.toString(handle.pid()), "environ");
        try {
            return Stream.of(Files.readString(environment, StandardCharsets.ISO_8859_1)
                            .split("\0"))
                    .anyMatch(v -> v.startsWith("SSH_CONNECTION=") && v.endsWith(" " + port));
        } catch (IOException e) {
            return false; // it has ended, or it is another user's
        }
    }

    private void deleteFolder() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // Left to whoever cleans the temporary folder.
        }
    }

    private Path hostKey(String type) {
        return folder.resolve("host_key_" + type);
    }

    private Path authorizedKeys() {
        return folder.resolve("authorized_keys");
    }

    private Path logFile() {
        return folder.resolve("sshd.log");
    }
}
