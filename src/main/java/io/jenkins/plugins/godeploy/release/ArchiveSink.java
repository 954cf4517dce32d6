package io.jenkins.plugins.godeploy.release;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/** Where the files of one artifact go, one after the other. Closing it completes the artifact. */
interface ArchiveSink extends Closeable {
    /**
     * @param mode permission bits
     * @param size of the content in bytes
     * @throws IOException if the content has another size, too
     */
    void add(String path, int mode, long size, InputStream content) throws IOException;

    static ArchiveSink of(ArchiveFormat format, OutputStream out, Instant time) throws IOException {
        return switch (format) {
            case TAR_GZ -> new TarGzSink(out, time);
            case ZIP -> new ZipSink(out, time);
            case BINARY -> new BinarySink(out);
        };
    }
}
