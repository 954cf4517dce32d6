package io.jenkins.plugins.godeploy.ssh;

import java.util.Arrays;

/**
 * A private key in memory, in OpenSSH or PEM format, and the certificate that goes with it, if there is one. {@link
 * #close} overwrites the key. Never serialized, never printed.
 */
public final class SshCredential implements AutoCloseable {
    private final String name;
    private final char[] privateKey;
    private final char[] passphrase;
    private final String certificate;

    /**
     * @param name what messages call it: a credential's ID or a file's path
     * @param privateKey the key's text; copied
     * @param passphrase null for none; copied
     */
    public SshCredential(String name, char[] privateKey, char[] passphrase) {
        this(name, privateKey, passphrase, null);
    }

    /** @param certificate a line as in {@code id_ed25519-cert.pub}; null for none */
    public SshCredential(String name, char[] privateKey, char[] passphrase, String certificate) {
        this.certificate = certificate;
        this.name = name;
        this.privateKey = privateKey.clone();
        this.passphrase = passphrase == null ? null : passphrase.clone();
    }

    public String name() {
        return name;
    }

    /**
     * Whether the key takes a passphrase.
     *
     * @throws SshException if it is no private key
     */
    public boolean isEncrypted() throws SshException {
        return PrivateKeyText.of(this).isEncrypted();
    }

    /** The key's text itself, not a copy. */
    char[] privateKey() {
        return privateKey;
    }

    /** The passphrase itself, not a copy; null for none. */
    char[] passphrase() {
        return passphrase;
    }

    /** Null for none. */
    String certificate() {
        return certificate;
    }

    @Override
    public void close() {
        Arrays.fill(privateKey, '\0');
        if (passphrase != null) {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public String toString() {
        return "SshCredential[" + name + "]";
    }
}
