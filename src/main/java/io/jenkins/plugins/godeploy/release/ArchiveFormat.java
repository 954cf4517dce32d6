package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the files of an artifact are put together; the words are GoReleaser's. */
public enum ArchiveFormat {
    TAR_GZ("tar.gz"),
    ZIP("zip"),
    /** The bare program, no archive. */
    BINARY("binary");

    private final String word;

    ArchiveFormat(String word) {
        this.word = word;
    }

    /** As {@link Artifact#format} and {@code release.json} write it. */
    public String word() {
        return word;
    }

    /** @throws BadInputException if there is no such format; it lists those there are */
    public static ArchiveFormat of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInputException("The archive format '" + Printable.line(word)
                        + "' is not known; it is one of "
                        + Arrays.stream(values()).map(ArchiveFormat::word).collect(Collectors.joining(", ")) + "."));
    }

    /** What the file of an artifact is called, without its folder: {@code shop_1.2.0_linux_amd64.tar.gz}. */
    public String fileName(String service, String version, Target target) {
        String stem = service + "_" + version + "_" + target.os() + "_" + target.arch();
        return switch (this) {
            case TAR_GZ -> stem + ".tar.gz";
            case ZIP -> stem + ".zip";
            case BINARY -> target.program(stem);
        };
    }
}
