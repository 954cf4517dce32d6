package io.jenkins.plugins.godeploy.release;

import java.io.Serializable;
import java.util.List;

/**
 * What was built for one target: an archive (or the bare binary) in {@code dist/}, and the files in it.
 *
 * @param name file name in {@code dist/}
 * @param target what it runs on
 * @param format {@code tar.gz}, {@code zip} or {@code binary}
 * @param size of the archive in bytes
 * @param sha256 of the archive, 64 hex digits in lower case
 * @param binary path of the program among {@code files}
 * @param files what it holds, sorted by path
 */
public record Artifact(
        String name, Target target, String format, long size, String sha256, String binary, List<ReleaseFile> files)
        implements Serializable {
    public Artifact {
        files = List.copyOf(files);
    }
}
