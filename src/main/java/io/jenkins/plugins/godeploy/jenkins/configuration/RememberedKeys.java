package io.jenkins.plugins.godeploy.jenkins.configuration;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The host keys that were accepted when they were seen first, in a file of known_hosts format for each environment. Only
 * the controller writes it. A host that is in it keeps its key until an administrator takes the line out.
 */
public final class RememberedKeys {
    private static final Object LOCK = new Object();
    private static final String HEAD =
            "# Host keys that Go Deploy accepted when it saw them first. Take a line out to have it accept a new key.\n";

    private final Path file;

    /** @param service that the environment is for; null for every one */
    public RememberedKeys(Path jenkinsHome, String environment, String service) {
        // No name has an @ in it.
        String name = environment + (service == null ? "" : "@" + service) + ".known_hosts";
        this.file = jenkinsHome.resolve("go-deploy/host-keys").resolve(name);
    }

    /** The file, which messages name. */
    public Path file() {
        return file;
    }

    /** All that is remembered, in known_hosts format; empty for nothing. */
    public String read() throws IOException {
        synchronized (LOCK) {
            return Files.exists(file) ? Files.readString(file) : "";
        }
    }

    /**
     * Adds keys of hosts that are new.
     *
     * @param lines of known_hosts, with one host name each
     * @throws BadInputException if another key of such a host has been remembered in the meantime; nothing is added
     */
    public void add(List<String> lines) throws IOException {
        synchronized (LOCK) {
            List<String> known = new ArrayList<>(read().lines().toList());
            for (String line : lines) {
                if (!known.contains(line)) {
                    requireNew(host(line), known);
                    known.add(line);
                }
            }
            write(known);
        }
    }

    private void requireNew(String host, List<String> known) {
        if (known.stream().anyMatch(line -> host(line).equals(host))) {
            throw new BadInputException(
                    "The host " + host + " presents two keys at the same time, and one of them is in " + file
                            + "; compare it with the host's own, somebody may be in between.");
        }
    }

    private static String host(String line) {
        return line.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    private void write(List<String> known) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        String text = String.join("\n", known) + "\n";
        Files.writeString(temporary, text.startsWith("#") ? text : HEAD + text);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
