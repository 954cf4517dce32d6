package io.jenkins.plugins.godeploy.host;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream in a thread of its own, so that it never stalls, and hands out its text piece by piece. */
final class StreamCollector {
    /** A script's report is some kilobytes; more than this is a host that has gone mad. */
    private static final int LIMIT = 8 << 20;

    private final StringBuilder text = new StringBuilder();
    private IOException end;

    StreamCollector(InputStream in, String name) {
        Thread thread = new Thread(() -> collect(in), "go-deploy " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void collect(InputStream in) {
        byte[] buffer = new byte[16 * 1024];
        IOException reason = new EOFException("end of stream");
        try {
            int n;
            while ((n = in.read(buffer)) >= 0) {
                append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            reason = e;
        }
        synchronized (this) {
            end = reason;
            notifyAll();
        }
    }

    private synchronized void append(String piece) throws IOException {
        if (text.length() + piece.length() > LIMIT) {
            throw new IOException("more than " + LIMIT + " bytes of output");
        }
        text.append(piece);
        notifyAll();
    }

    /**
     * Waits for a text and takes away what comes before it, and it.
     *
     * @param until plain ASCII
     * @param deadline of {@link System#nanoTime}
     * @return what came before it; null if it has not come in time
     * @throws IOException if the stream has ended without it
     */
    synchronized String takeUntil(String until, long deadline) throws IOException, InterruptedException {
        int searched = 0;
        while (true) {
            int at = text.indexOf(until, Math.max(0, searched - until.length()));
            if (at >= 0) {
                String before = utf8(text.substring(0, at));
                text.delete(0, at + until.length());
                return before;
            }
            searched = text.length();
            if (end != null) {
                throw new IOException(end.getMessage(), end);
            }
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return null;
            }
            wait(millis);
        }
    }

    /** What has come and was not taken. */
    synchronized String rest() {
        return utf8(text.toString());
    }

    /** Bytes are kept as they came until a whole piece is there, so that no character is cut in two. */
    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
