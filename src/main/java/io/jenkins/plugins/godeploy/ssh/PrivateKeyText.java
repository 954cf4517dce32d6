package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a private key's text as far as needed to say what it is, without making a {@link String} of it. */
final class PrivateKeyText {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (?<kind>[A-Z0-9 ]*)PRIVATE KEY-----(?<body>.*?)-----END \\k<kind>PRIVATE KEY-----",
            Pattern.DOTALL);
    private static final Pattern ENCRYPTED = Pattern.compile("Proc-Type: *4, *ENCRYPTED");
    private static final Pattern PUTTY = Pattern.compile("^\\s*PuTTY-User-Key-File");
    private static final Pattern PUBLIC = Pattern.compile(
            "^\\s*(ssh-|ecdsa-sha2-|sk-ssh-|sk-ecdsa-|---- BEGIN SSH2 PUBLIC|-----BEGIN [A-Z ]*PUBLIC KEY)");
    private static final int OPENSSH_CIPHER = "openssh-key-v1\0".length();

    private final CharBuffer text;
    private final Matcher block;

    private PrivateKeyText(CharBuffer text, Matcher block) {
        this.text = text;
        this.block = block;
    }

    /** @throws SshException with {@link Reason#KEY} if it is none */
    static PrivateKeyText of(SshCredential credential) throws SshException {
        CharBuffer text = CharBuffer.wrap(credential.privateKey());
        Matcher block = BLOCK.matcher(text);
        if (block.find()) {
            return new PrivateKeyText(text, block);
        }
        String problem;
        if (PUBLIC.matcher(text).find()) {
            problem = "is a public key: give the private one, which ssh-keygen writes to the file without '.pub'.";
        } else if (PUTTY.matcher(text).find()) {
            problem = "is in PuTTY's format: convert it with 'puttygen KEY.ppk -O private-openssh -o KEY'.";
        } else {
            problem = "is not a private key: it has no '-----BEGIN … PRIVATE KEY-----' with its end, as ssh-keygen "
                    + "writes them.";
        }
        throw new SshException(Reason.KEY, "The key " + credential.name() + " " + problem);
    }

    boolean isPkcs8() {
        return kind().isEmpty() || kind().equals("ENCRYPTED ");
    }

    boolean isEncrypted() {
        if (kind().equals("OPENSSH ")) {
            return !hasCipherNone();
        }
        return kind().equals("ENCRYPTED ") || ENCRYPTED.matcher(body()).find();
    }

    private boolean hasCipherNone() {
        byte[] key = decoded();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(key).position(OPENSSH_CIPHER);
            byte[] cipher = new byte[Math.min(buffer.getInt(), 64)];
            buffer.get(cipher);
            return new String(cipher, StandardCharsets.US_ASCII).equals("none");
        } catch (RuntimeException e) {
            return true; // damaged, which who decodes it says
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * What the base64 holds; to be overwritten by the caller.
     *
     * @throws IllegalArgumentException if it is none
     */
    byte[] decoded() {
        ByteBuffer base64 = StandardCharsets.ISO_8859_1.encode(body());
        try {
            return Base64.getMimeDecoder().decode(base64).array();
        } finally {
            Arrays.fill(base64.array(), (byte) 0);
        }
    }

    private CharBuffer body() {
        return CharBuffer.wrap(text, block.start("body"), block.end("body"));
    }

    private String kind() {
        return block.group("kind");
    }
}
