package io.jenkins.plugins.godeploy.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A zip file that says nothing of who wrote it, where and when. */
final class ZipSink implements ArchiveSink {
    private final ZipArchiveOutputStream zip;
    private final FileTime time;

    ZipSink(OutputStream out, Instant time) {
        this.zip = new ZipArchiveOutputStream(out);
        this.time = FileTime.from(time);
    }

    @Override
    public void add(String path, int mode, long size, InputStream content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(path);
        entry.setUnixMode(0100000 | mode);
        entry.setSize(size);
        // The DOS field holds the writer's local time: it stays at its floor, and the extended timestamp, in UTC, holds
        // the time.
        entry.setTime(0);
        X5455_ExtendedTimestamp timestamp = new X5455_ExtendedTimestamp();
        timestamp.setModifyFileTime(time);
        timestamp.setFlags(X5455_ExtendedTimestamp.MODIFY_TIME_BIT);
        entry.addExtraField(timestamp);
        zip.putArchiveEntry(entry);
        if (content.transferTo(zip) != size) {
            throw new IOException("'" + path + "' changed while it was read.");
        }
        zip.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
