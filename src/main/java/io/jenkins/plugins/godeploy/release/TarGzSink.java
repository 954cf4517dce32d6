package io.jenkins.plugins.godeploy.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A gzip'ed tar file in POSIX format that says nothing of who wrote it, where and when. */
final class TarGzSink implements ArchiveSink {
    private final TarArchiveOutputStream tar;
    private final Instant time;

    TarGzSink(OutputStream out, Instant time) throws IOException {
        this.time = time;
        // By default its header names neither file nor time, and "unknown" as operating system.
        tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out, new GzipParameters()), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public void add(String path, int mode, long size, InputStream content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setMode(0100000 | mode);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(time));
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        content.transferTo(tar);
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
