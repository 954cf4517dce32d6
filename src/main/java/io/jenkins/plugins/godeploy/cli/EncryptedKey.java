package io.jenkins.plugins.godeploy.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tells whether a private key needs a passphrase, so that nobody is asked for one in vain. */
final class EncryptedKey {
    private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String MAGIC = "openssh-key-v1\0";

    private EncryptedKey() {}

    static boolean is(char[] key) {
        String text = new String(key);
        int begin = text.indexOf(OPENSSH);
        return begin >= 0
                ? openSsh(text.substring(begin + OPENSSH.length()))
                : text.contains("ENCRYPTED"); // Proc-Type: 4,ENCRYPTED or BEGIN ENCRYPTED PRIVATE KEY
    }

    /** After the magic comes the length and the name of the cipher (OpenSSH's PROTOCOL.key); "none" needs nothing. */
    private static boolean openSsh(String body) {
        String base64 = body.replaceAll("\\s", "");
        if (base64.length() < 40) {
            return false;
        }
        String head = new String(Base64.getDecoder().decode(base64.substring(0, 40)), StandardCharsets.ISO_8859_1);
        return head.startsWith(MAGIC) && !head.startsWith("none", MAGIC.length() + 4);
    }
}
