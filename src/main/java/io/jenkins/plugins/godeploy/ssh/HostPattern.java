package io.jenkins.plugins.godeploy.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The first field of a known_hosts line: host names with the wildcards {@code *} and {@code ?}, some of them negated by
 * {@code !}, or one hashed name ({@code |1|salt|HMAC-SHA1}), as sshd(8) describes them.
 */
final class HostPattern implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHA1_LENGTH = 20;

    private final String[] names;
    private final byte[] salt;
    private final byte[] hash;

    private HostPattern(String[] names, byte[] salt, byte[] hash) {
        this.names = names;
        this.salt = salt;
        this.hash = hash;
    }

    /** @throws IllegalArgumentException if a hashed name is not well-formed; the message says what is wrong with it */
    static HostPattern parse(String field) {
        if (!field.startsWith("|")) {
            return new HostPattern(field.toLowerCase(Locale.ROOT).split(",", -1), null, null);
        }
        String[] parts = field.split("\\|", -1);
        if (parts.length != 4 || !parts[1].equals("1")) {
            throw new IllegalArgumentException("a hashed name is not of the form |1|salt|hash");
        }
        byte[] salt = base64(parts[2]);
        byte[] hash = base64(parts[3]);
        if (salt.length == 0 || hash.length != SHA1_LENGTH) {
            throw new IllegalArgumentException("a hashed name does not hold an HMAC-SHA1");
        }
        return new HostPattern(null, salt, hash);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a hashed name is not base64", e);
        }
    }

    /** @param host in lower case, {@code [name]:port} if the port is not 22 */
    boolean matches(String host) {
        if (hash != null) {
            return MessageDigest.isEqual(hash, hmac(host));
        }
        if (Arrays.stream(names).anyMatch(n -> n.startsWith("!") && glob(n.substring(1), host))) {
            return false;
        }
        return Arrays.stream(names).anyMatch(n -> !n.startsWith("!") && glob(n, host));
    }

    private byte[] hmac(String host) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            return mac.doFinal(host.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes back to the last star only, so that no pattern takes longer than its length times that of the host. */
    private static boolean glob(String pattern, String host) {
        int p = 0;
        int h = 0;
        int star = -1;
        int resume = 0;
        while (h < host.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            if (c == '*') {
                star = p++;
                resume = h;
            } else if (c != 0 && (c == '?' || c == host.charAt(h))) {
                p++;
                h++;
            } else if (star >= 0) {
                p = star + 1;
                h = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
