package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** A private key's text in a form that every SSH library reads, with its passphrase. {@link #close} overwrites it. */
final class KeyMaterial implements AutoCloseable {
    private final String name;
    private final boolean encrypted;
    private final char[] text;
    private final char[] passphrase;

    private KeyMaterial(String name, boolean encrypted, char[] text, char[] passphrase) {
        this.name = name;
        this.encrypted = encrypted;
        this.text = text;
        this.passphrase = passphrase;
    }

    /** A library's way of reading a key. */
    interface Decoder<T> {
        /** @param passphrase null for none */
        T decode(char[] text, String passphrase) throws GeneralSecurityException, IOException;
    }

    /** @throws SshException with {@link Reason#KEY} if it is no key, or encrypted without a fitting passphrase */
    static KeyMaterial of(SshCredential credential) throws SshException {
        PrivateKeyText key = PrivateKeyText.of(credential);
        String name = "The key " + credential.name();
        boolean encrypted = key.isEncrypted();
        char[] passphrase = encrypted ? credential.passphrase() : null;
        if (encrypted && (passphrase == null || passphrase.length == 0)) {
            throw new SshException(Reason.KEY, name + " is encrypted, and no passphrase is given for it.");
        }
        try {
            return key.isPkcs8()
                    ? new KeyMaterial(name, encrypted, fromPkcs8(key, passphrase), null)
                    : new KeyMaterial(
                            name,
                            encrypted,
                            credential.privateKey().clone(),
                            passphrase == null ? null : passphrase.clone());
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw unreadable(name, encrypted);
        }
    }

    private static char[] fromPkcs8(PrivateKeyText key, char[] passphrase)
            throws GeneralSecurityException, IOException {
        byte[] decoded = key.decoded();
        byte[] plain = decoded;
        try {
            plain = passphrase == null ? decoded : Pkcs8.decrypt(decoded, passphrase);
            return Pkcs8.convert(plain);
        } finally {
            Arrays.fill(decoded, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** @throws SshException with {@link Reason#KEY} if the library cannot read it, in a sentence that says what to do */
    <T> T decode(Decoder<T> decoder) throws SshException {
        try {
            return decoder.decode(text, passphraseText());
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw unreadable(name, encrypted);
        }
    }

    /** Without the cause: what a library says about a key could be a part of it. */
    private static SshException unreadable(String name, boolean encrypted) {
        return new SshException(
                Reason.KEY,
                encrypted
                        ? name + " cannot be read: its passphrase is wrong, or the key is damaged or of a kind that is "
                                + "not supported, which 'ssh-keygen -p -f KEY' converts."
                        : name + " cannot be read: it is damaged, or of a kind that is not supported, which "
                                + "'ssh-keygen -p -f KEY' converts.");
    }

    char[] text() {
        return text;
    }

    /** No library takes anything else than a {@link String}, which cannot be overwritten. */
    String passphraseText() {
        return passphrase == null ? null : new String(passphrase);
    }

    @Override
    public void close() {
        Arrays.fill(text, '\0');
        if (passphrase != null) {
            Arrays.fill(passphrase, '\0');
        }
    }
}
