package io.jenkins.plugins.godeploy.ssh;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A host's public key as it goes over the wire (RFC 4253, section 6.6). */
final class HostKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] blob;

    HostKey(byte[] blob) {
        this.blob = blob.clone();
    }

    /** The type inside the key, such as {@code ssh-ed25519}; null if there is none. */
    String type() {
        if (blob.length < 4) {
            return null;
        }
        int length = ByteBuffer.wrap(blob).getInt();
        return length < 1 || length > blob.length - 4 ? null : new String(blob, 4, length, StandardCharsets.US_ASCII);
    }

    /** As {@code ssh-keygen -l} shows it: {@code SHA256:} and base64 without padding. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second and third field of a line of known_hosts. */
    String text() {
        return type() + " " + Base64.getEncoder().encodeToString(blob);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostKey key && Arrays.equals(key.blob, blob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }

    @Override
    public String toString() {
        return type() + " " + fingerprint();
    }
}
