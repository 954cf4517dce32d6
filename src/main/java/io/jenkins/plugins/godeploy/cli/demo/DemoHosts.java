package io.jenkins.plugins.godeploy.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Writes what leads to them: {@code godeploy.yaml}, then {@code inventory}, by which others see that they are up. */
    public Path write() throws IOException {
        Path yaml = Files.writeString(folder.resolve("godeploy.yaml"), """
                service: shop
                build: {main: ./cmd/shop, binary: shop}
                environments:
                  demo:
                    ssh: {user: demo, identityFile: id_ecdsa, knownHosts: known_hosts}
                    hosts: %s
                    path: %s/opt/shop
                    commands:
                      start: "setsid current/shop </dev/null >shop.log 2>&1 & echo $! >shop.pid"
                      stop: "test ! -e shop.pid || { pid=$(cat shop.pid); kill $pid 2>/dev/null; while kill -0 $pid \
                2>/dev/null; do sleep 0.1; done; rm -f shop.pid; }"
                      status: "test -e shop.pid && kill -0 $(cat shop.pid)"
                      pidFile: shop.pid
                    proof: exact
                    health: {httpHealth: {url: "http://localhost:8080/healthz", interval: 200ms, deadline: 5s}}
                """.formatted(
                        list(", ", "[", "]", "{name: %s, address: %s, port: %d}"), folder.resolve(HERE)));
        Path unfinished = Files.writeString(folder.resolve("inventory.new"), list("", "", "", "%s %s %d %d%n"));
        Files.move(unfinished, folder.resolve("inventory"), StandardCopyOption.ATOMIC_MOVE);
        return yaml;
    }

    /** @param format of a host's name, address, SSH port, and port of the service on this machine */
    private String list(String separator, String prefix, String suffix, String format) {
        return IntStream.range(0, hosts.size())
                .mapToObj(i -> String.format(
                        format,
                        "host" + (i + 1),
                        EmbeddedHost.ADDRESS,
                        hosts.get(i).port(),
                        hosts.get(i).servicePort()))
                .collect(Collectors.joining(separator, prefix, suffix));
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
