package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded buffer between two threads, where both ends can be interrupted and have a deadline. (The streams of Trilead
 * swallow interrupts and wait forever, and those of {@link java.io.PipedInputStream} poll and ask which threads live.)
 */
final class Pipe {
    private static final int CAPACITY = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] buffer = new byte[CAPACITY];
    private int start;
    private int count;
    private boolean ended;
    private boolean closed;
    private boolean unread;
    private IOException failure;
    private long deadline;
    private String expiry;

    final InputStream source = new Source();
    final OutputStream sink = new Sink();

    /** After this time of {@link System#nanoTime} nobody waits here any more. */
    void expireAt(long nanoTime, String sentence) {
        lock.lock();
        try {
            deadline = nanoTime;
            expiry = sentence;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes: readers get what is left, then the end, or the failure if there is one. */
    void end(IOException reason) {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                failure = reason;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody reads any more: writers are told. */
    void close() {
        lock.lock();
        try {
            closed = true;
            count = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await() throws IOException {
        try {
            if (expiry == null) {
                changed.await();
            } else if (!changed.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new SshException(SshException.Reason.TIMEOUT, expiry);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a host.");
        }
    }

    private final class Source extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            lock.lock();
            try {
                while (count == 0) {
                    if (closed || unread) {
                        return -1;
                    }
                    if (ended) {
                        if (failure != null) {
                            throw failure;
                        }
                        return -1;
                    }
                    await();
                }
                int n = Math.min(Math.min(length, count), CAPACITY - start);
                System.arraycopy(buffer, start, target, offset, n);
                start = (start + n) % CAPACITY;
                count -= n;
                changed.signalAll();
                return n;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public int available() {
            lock.lock();
            try {
                return count;
            } finally {
                lock.unlock();
            }
        }

        /** What is still written is dropped. */
        @Override
        public void close() {
            lock.lock();
            try {
                unread = true;
                count = 0;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private final class Sink extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            lock.lock();
            try {
                int from = offset;
                int left = length;
                while (left > 0) {
                    if (closed || ended) {
                        throw failure != null ? failure : new IOException("Nobody reads this stream any more.");
                    }
                    if (unread) {
                        return;
                    }
                    if (count == CAPACITY) {
                        await();
                        continue;
                    }
                    int at = (start + count) % CAPACITY;
                    int n = Math.min(Math.min(left, CAPACITY - count), CAPACITY - at);
                    System.arraycopy(bytes, from, buffer, at, n);
                    count += n;
                    from += n;
                    left -= n;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            end(null);
        }
    }
}
