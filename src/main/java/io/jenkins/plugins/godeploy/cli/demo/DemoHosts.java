package io.jenkins.plugins.godeploy.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** Three hosts inside this program, and in the demo's folder what leads to them: a key and known_hosts. */
public final class DemoHosts implements AutoCloseable {
    /** A variable that all processes of the hosts have, so that they can be found. */
    public static final String MARK = "GODEPLOY_DEMO";

    /**
     * A link that leads each process to the folder of its own host, since one path of the service holds for all hosts
     * of an environment.
     */
    static final String HERE = "here";

    private static final int HOSTS = 3;

    private final List<EmbeddedHost> hosts = new ArrayList<>();
    private final Path folder;

    private DemoHosts(Path folder) {
        this.folder = folder;
    }

    /** @param folder an absolute path */
    public static DemoHosts start(Path folder) throws IOException {
        DemoHosts started = new DemoHosts(folder);
        try {
            KeyPair key = newKey();
            Path identity = folder.resolve("id_ecdsa");
            Files.createFile(
                    identity, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(identity)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "demo", null, out);
            }
            Files.createSymbolicLink(folder.resolve(HERE), Path.of("/proc/self/fd/7"));
            for (int i = 1; i <= HOSTS; i++) {
                started.hosts.add(
                        EmbeddedHost.start(folder.resolve("host" + i), key.getPublic(), newKey(), folder.toString()));
            }
            Files.write(
                    folder.resolve("known_hosts"),
                    started.hosts.stream().map(EmbeddedHost::knownHost).toList());
            return started;
        } catch (IOException | GeneralSecurityException e) {
            started.close();
            throw new IOException("The demo's hosts cannot be started: " + e.getMessage(), e);
        }
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    }

    /** The hosts as godeploy.yaml has them. */
    public String yaml() {
        return hosts.stream()
                .map(host -> "{name: host" + (hosts.indexOf(host) + 1) + ", address: " + EmbeddedHost.ADDRESS
                        + ", port: " + host.port() + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Ends the servers and every process that was started through them, even a detached one. */
    @Override
    public void close() throws IOException {
        for (EmbeddedHost host : hosts) {
            host.close();
        }
        for (List<ProcessHandle> left = processes(); !left.isEmpty(); left = processes()) {
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(process -> process.onExit().join());
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
        try {
            String variables = Files.readString(environment, StandardCharsets.ISO_8859_1);
            String mark =
                    new String((MARK + "=" + folder).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return List.of(variables.split("\0")).contains(mark);
        } catch (IOException e) {
            // It has ended, or it is another user's.
            return false;
        }
    }
}
