package io.jenkins.plugins.godeploy.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps others from writing to a store: threads by a lock in memory, processes by a lock on a file beside it. The
 * store's own file cannot carry the lock, because compaction puts another file in its place.
 */
final class StoreLock implements Closeable {
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel processes;

    /** Waits until it is the only one. */
    StoreLock(Path store) throws IOException {
        threads = THREADS.computeIfAbsent(store.toAbsolutePath().normalize(), path -> new ReentrantLock());
        threads.lock();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    store.resolveSibling(store.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            channel.lock();
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            threads.unlock();
            throw e;
        }
        processes = channel;
    }

    @Override
    public void close() throws IOException {
        try {
            processes.close();
        } finally {
            threads.unlock();
        }
    }
}
