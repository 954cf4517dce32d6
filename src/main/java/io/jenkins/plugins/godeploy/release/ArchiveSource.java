package io.jenkins.plugins.godeploy.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads the entries of an artifact one after the other and judges none of them. */
interface ArchiveSource {
    /** Takes the entries. */
    interface Entries {
        /**
         * @param mode permission bits
         * @param regular whether it is an ordinary file, not a folder, link or device
         */
        void entry(String path, int mode, boolean regular, InputStream content) throws IOException;
    }

    void read(Path file, Artifact artifact, Entries entries) throws IOException;

    static ArchiveSource of(ArchiveFormat format) {
        return switch (format) {
            case TAR_GZ -> ArchiveSource::tarGz;
            case ZIP -> ArchiveSource::zip;
            case BINARY -> ArchiveSource::binary;
        };
    }

    private static void tarGz(Path file, Artifact artifact, Entries entries) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(in), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                boolean regular = entry.isFile() && !entry.isSymbolicLink() && !entry.isLink() && !entry.isSparse();
                entries.entry(entry.getName(), entry.getMode() & 07777, regular, tar);
            }
        }
    }

    private static void zip(Path file, Artifact artifact, Entries entries) throws IOException {
        // Modes are in the central directory only, so it cannot be read as a stream.
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    boolean regular = (entry.getUnixMode() & 0170000) == 0100000 && !entry.isDirectory();
                    entries.entry(entry.getName(), entry.getUnixMode() & 07777, regular, content);
                }
            }
        }
    }

    private static void binary(Path file, Artifact artifact, Entries entries) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            // A bare file carries no path and no mode of its own.
            int mode = Integer.parseInt(artifact.files().get(0).mode(), 8);
            entries.entry(artifact.binary(), mode, true, content);
        }
    }
}
