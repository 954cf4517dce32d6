package io.jenkins.plugins.godeploy.build;

import java.io.IOException;
import java.io.OutputStream;

/** Takes both outputs of a process, which come from two threads. */
final class SharedOutput extends OutputStream {
    private final OutputStream out;

    SharedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }
}
