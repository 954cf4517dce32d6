package io.jenkins.plugins.godeploy.transfer;

import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.ArtifactFiles;
import io.jenkins.plugins.godeploy.release.Digests;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFile;
import io.jenkins.plugins.godeploy.release.ReleaseJson;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A release for one target as it travels to hosts: a tar in gzip with its files, {@code release.json} and
 * {@code SHA256SUMS}. Made once, sent to every host of that target. The file is temporary; {@link #close} removes it.
 */
public final class Payload implements Closeable {
    private final Path file;
    private final String sums;
    private final long unpacked;

    private Payload(Path file, String sums, long unpacked) {
        this.file = file;
        this.sums = sums;
        this.unpacked = unpacked;
    }

    /**
     * Packs what was built for one target. Every file's SHA-256 is checked on the way.
     *
     * @param dist folder with the release's artifacts
     * @throws io.jenkins.plugins.godeploy.BadInputException if an artifact is not what {@code release.json} says
     */
    public static Payload of(Release release, Artifact artifact, Path dist) throws IOException {
        byte[] json = ReleaseJson.bytes(release);
        byte[] sums = content(artifact);
        Path file = Files.createTempFile("go-deploy-", ".tar.gz");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(Files.newOutputStream(file), fast()), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            add(tar, ReleaseJson.FILE_NAME, 0644, json.length, new ByteArrayInputStream(json));
            add(tar, "SHA256SUMS", 0644, sums.length, new ByteArrayInputStream(sums));
            ArtifactFiles.read(
                    dist,
                    artifact,
                    (entry, content) ->
                            add(tar, entry.path(), Integer.parseInt(entry.mode(), 8), entry.size(), content));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Payload(
                file,
                Digests.sha256(sums),
                artifact.files().stream().mapToLong(ReleaseFile::size).sum() + json.length + sums.length);
    }

    /**
     * The contents of the folder's {@code SHA256SUMS}, which {@code sha256sum -c} reads on the host. Like the release's
     * digest it covers the files alone: {@code release.json} also says from which branch equal files were built.
     */
    private static byte[] content(Artifact artifact) {
        StringBuilder lines = new StringBuilder();
        artifact.files().forEach(file -> lines.append(file.sha256() + "  " + file.path() + "\n"));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the {@code SHA256SUMS} that a release's folder has on hosts of one target. */
    public static String sums(Artifact artifact) {
        return Digests.sha256(content(artifact));
    }

    /** Best speed: a Go program gets 5 % larger than at the default level, in a third of the time. */
    private static GzipParameters fast() {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_SPEED);
        return parameters;
    }

    private static void add(TarArchiveOutputStream tar, String path, int mode, long size, InputStream content)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setMode(0100000 | mode);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        content.transferTo(tar);
        tar.closeArchiveEntry();
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /** What goes over the wire, in bytes. */
    public long size() throws IOException {
        return Files.size(file);
    }

    /** What it takes on a host's disk, in bytes. */
    public long unpacked() {
        return unpacked;
    }

    /** SHA-256 of the {@code SHA256SUMS} in it. */
    public String sums() {
        return sums;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
