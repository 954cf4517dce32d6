package io.jenkins.plugins.godeploy.deploy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps the last lines that are written to it by several threads, in bounded space. */
final class LastLines extends OutputStream {
    private final int count;
    private final int width;
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    /**
     * @param count how many lines
     * @param width how many bytes of each
     */
    LastLines(int count, int width) {
        this.count = count;
        this.width = width;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            end();
        } else if (line.length() < width) {
            line.append((char) (b & 0xff));
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    private void end() {
        String text = new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        line.setLength(0);
        if (text.isBlank()) {
            return;
        }
        lines.add(text.replaceAll("\\p{Cntrl}", " "));
        if (lines.size() > count) {
            lines.remove();
        }
    }

    synchronized List<String> lines() {
        if (line.length() > 0) {
            end();
        }
        return new ArrayList<>(lines);
    }
}
