package io.jenkins.plugins.godeploy.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes an artifact so that equal files and an equal time give equal bytes: sorted by path, owned by 0:0 without names,
 * no time but the given one. Compressed bytes are equal as far as the Java runtime's zlib is the same;
 * {@link Release#digest} does not depend on them.
 */
public final class ArtifactWriter {
    private final Path dist;
    private final Instant time;

    /**
     * @param dist an existing folder
     * @param time the time of every file, in whole seconds: the commit's; null stands for the epoch
     */
    public ArtifactWriter(Path dist, Instant time) {
        this.dist = dist;
        this.time = time == null ? Instant.EPOCH : time;
    }

    /**
     * Writes one artifact, reading every file once.
     *
     * @param name of the artifact's file in the folder; what is there is replaced
     * @param binary path of the program among {@code files}
     * @param files all that goes in; the program alone for {@link ArchiveFormat#BINARY}
     */
    public Artifact write(String name, Target target, ArchiveFormat format, String binary, List<PackFile> files)
            throws IOException {
        Path file = dist.resolve(name);
        MessageDigest digest = Digests.start();
        List<ReleaseFile> written = new ArrayList<>();
        try (OutputStream out =
                        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), digest);
                ArchiveSink sink = ArchiveSink.of(format, out, time)) {
            for (PackFile source :
                    files.stream().sorted(Comparator.comparing(PackFile::path)).toList()) {
                written.add(add(source, sink));
            }
        }
        String sha256 = Digests.hex(digest.digest());
        return new Artifact(name, target, format.word(), Files.size(file), sha256, binary, written);
    }

    private static ReleaseFile add(PackFile source, ArchiveSink sink) throws IOException {
        long size = Files.size(source.content());
        MessageDigest digest = Digests.start();
        try (InputStream in = new DigestInputStream(Files.newInputStream(source.content()), digest)) {
            sink.add(source.path(), Integer.parseInt(source.mode(), 8), size, in);
        }
        return new ReleaseFile(source.path(), source.mode(), size, Digests.hex(digest.digest()));
    }
}
