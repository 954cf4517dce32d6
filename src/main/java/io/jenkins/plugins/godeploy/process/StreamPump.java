package io.jenkins.plugins.godeploy.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Carries what a process writes to where it should go, on a thread of its own. */
final class StreamPump implements Runnable {
    private final InputStream from;
    private final OutputStream to;
    private final Thread thread;
    private IOException failure;

    private StreamPump(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
        this.thread = new Thread(this, "process output");
        thread.setDaemon(true);
    }

    static StreamPump start(InputStream from, OutputStream to) {
        StreamPump pump = new StreamPump(from, to);
        pump.thread.start();
        return pump;
    }

    /**
     * Waits until all has been carried.
     *
     * @throws IOException if the receiving stream failed
     */
    void finish() throws IOException, InterruptedException {
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try (from) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                forward(buffer, n);
            }
        } catch (IOException e) {
            fail(e); // the process was destroyed while this was reading
        }
    }

    /** Goes on reading after a failure, since a process whose output nobody reads would stand still. */
    private void forward(byte[] buffer, int length) {
        if (failure != null) {
            return;
        }
        try {
            to.write(buffer, 0, length);
            to.flush();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        if (failure == null) {
            failure = e;
        }
    }
}
