package io.jenkins.plugins.godeploy.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The log of a build; whole lines and whole outputs only, whoever writes at the same time. */
final class BuildLog {
    private final OutputStream out;

    BuildLog(OutputStream out) {
        this.out = out;
    }

    void line(String line) throws IOException {
        write(line + "\n", new byte[0]);
    }

    /** A line, and below it what a program printed, byte for byte. */
    synchronized void write(String header, byte[] output) throws IOException {
        out.write(header.getBytes(StandardCharsets.UTF_8));
        out.write(output);
        if (output.length > 0 && output[output.length - 1] != '\n') {
            out.write('\n');
        }
        out.flush();
    }
}
