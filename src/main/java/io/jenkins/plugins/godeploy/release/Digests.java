package io.jenkins.plugins.godeploy.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 sums, written as 64 hex digits in lower case. */
public final class Digests {
    static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private Digests() {}

    /** The sum of these bytes. */
    public static String sha256(byte[] bytes) {
        return hex(start().digest(bytes));
    }

    /** The sum of a file's content. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = start();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest.digest());
    }

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    static String hex(byte[] sum) {
        return HexFormat.of().formatHex(sum);
    }
}
