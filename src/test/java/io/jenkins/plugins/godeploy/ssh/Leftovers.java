package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The threads and sockets of this process at one moment. */
final class Leftovers {
    private final Set<Thread> threads = Thread.getAllStackTraces().keySet();
    private final Set<String> sockets = sockets();

    static Leftovers now() {
        return new Leftovers();
    }

    /** Threads that wait for more work may take some seconds to end. */
    void assertNoMore() throws Exception {
        Eventually.isTrue("sockets are left", () -> newSockets().isEmpty());
        Eventually.isTrue("threads are left", () -> newThreads().isEmpty());
    }

    private Set<Thread> newThreads() {
        // The echo server of a test has threads of its own, which end with their connections.
        Set<Thread> more = new HashSet<>(Thread.getAllStackTraces().keySet());
        more.removeAll(threads);
        more.removeIf(thread -> thread.getThreadGroup() == null
                || thread.getThreadGroup().getName().equals("system"));
        return more;
    }

    private Set<String> newSockets() throws IOException {
        Set<String> more = sockets();
        more.removeAll(sockets);
        return more;
    }

    private static Set<String> sockets() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(Leftovers::target)
                    .filter(target -> target.startsWith("socket:"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
