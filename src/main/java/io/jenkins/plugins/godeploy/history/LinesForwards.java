package io.jenkins.plugins.godeploy.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the lines of a file from a place in it, and knows where each ends in bytes. */
final class LinesForwards implements Closeable {
    private final InputStream bytes;
    private long position;

    LinesForwards(Path file, long position) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            channel.position(position);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        this.bytes = new BufferedInputStream(Channels.newInputStream(channel), 64 * 1024);
        this.position = position;
    }

    /** The next line that has an end, without it; null if there is none. */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int one = bytes.read(); one >= 0; one = bytes.read()) {
            if (one == '\n') {
                position += line.size() + 1L;
                return line.toString(StandardCharsets.UTF_8);
            }
            line.write(one);
        }
        return null;
    }

    /** Where the last line returned ended, behind its line break. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
