package io.jenkins.plugins.godeploy.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bare program as it is. */
final class BinarySink implements ArchiveSink {
    private final OutputStream out;

    BinarySink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void add(String path, int mode, long size, InputStream content) throws IOException {
        if (content.transferTo(out) != size) {
            throw new IOException("'" + path + "' changed while it was read.");
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
