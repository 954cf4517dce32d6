package io.jenkins.plugins.godeploy.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the lines of a file from its end, without holding more than a block and one line. */
final class LinesBackwards implements Closeable {
    private static final int BLOCK = 64 * 1024;

    private final FileChannel channel;
    /** Where what has not been read yet ends. */
    private long end;
    /** Bytes from {@code end} on that belong to lines not returned yet. */
    private byte[] rest = new byte[0];
    /** How many of them. */
    private int length;

    private boolean done;

    LinesBackwards(Path file) throws IOException {
        channel = FileChannel.open(file);
        end = channel.size();
        done = end == 0;
        if (!done && lastByte() == '\n') {
            end--;
        }
    }

    /** The line before the last one returned, without its line break; null if there is none. */
    String next() throws IOException {
        if (done) {
            return null;
        }
        int searched = length;
        while (true) {
            int newline = lastNewline(searched);
            if (newline >= 0) {
                String line = text(newline + 1);
                length = newline;
                return line;
            }
            if (end == 0) {
                done = true;
                return text(0);
            }
            searched = readBlock();
        }
    }

    private int lastNewline(int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (rest[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Puts the block before {@code end} in front of the rest; returns its length. */
    private int readBlock() throws IOException {
        int size = (int) Math.min(Math.max(BLOCK, length), end);
        byte[] longer = new byte[size + length];
        ByteBuffer buffer = ByteBuffer.wrap(longer, 0, size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, end - size + buffer.position()) < 0) {
                throw new IOException("The file became shorter while it was read.");
            }
        }
        System.arraycopy(rest, 0, longer, size, length);
        rest = longer;
        length += size;
        end -= size;
        return size;
    }

    private String text(int from) {
        return new String(rest, from, length - from, StandardCharsets.UTF_8);
    }

    private byte lastByte() throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        channel.read(one, end - 1);
        return one.get(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
