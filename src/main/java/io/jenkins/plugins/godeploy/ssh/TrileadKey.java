package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.Connection;
import com.trilead.ssh2.crypto.PEMDecoder;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;

/** A private key as Trilead takes it, of which is known that Trilead can read it. */
final class TrileadKey implements AutoCloseable {
    /** Called {@code decode} in one of the two builds and {@code decodeKeyPair} in the other. */
    private static final Method DECODE = Arrays.stream(PEMDecoder.class.getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() == KeyPair.class
                    && Arrays.equals(method.getParameterTypes(), new Class<?>[] {char[].class, String.class}))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("This build of Trilead SSH is not one that Go Deploy knows."));

    private final char[] text;
    private final char[] passphrase;

    private TrileadKey(char[] text, char[] passphrase) {
        this.text = text;
        this.passphrase = passphrase;
    }

    /** @throws SshException with {@link Reason#KEY} if the key cannot be used, in a sentence that says what to do */
    static TrileadKey read(SshCredential credential) throws SshException {
        PrivateKeyText key = PrivateKeyText.of(credential);
        String name = "The key " + credential.name();
        boolean encrypted = key.isEncrypted();
        char[] passphrase = encrypted ? credential.passphrase() : null;
        if (encrypted && (passphrase == null || passphrase.length == 0)) {
            throw new SshException(Reason.KEY, name + " is encrypted, and no passphrase is given for it.");
        }
        try {
            TrileadKey read = key.isPkcs8()
                    ? new TrileadKey(fromPkcs8(key, passphrase), null)
                    : new TrileadKey(credential.privateKey().clone(), passphrase == null ? null : passphrase.clone());
            DECODE.invoke(null, read.text, read.passphraseText());
            return read;
        } catch (InvocationTargetException | GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new SshException(
                    Reason.KEY,
                    encrypted
                            ? name
                                    + " cannot be read: its passphrase is wrong, or the key is damaged or of a kind that "
                                    + "is not supported, which 'ssh-keygen -p -f KEY' converts."
                            : name + " cannot be read: it is damaged, or of a kind that is not supported, which "
                                    + "'ssh-keygen -p -f KEY' converts.");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
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

    boolean authenticate(Connection connection, String user) throws IOException {
        return connection.authenticateWithPublicKey(user, text, passphraseText());
    }

    /** Trilead takes nothing else than a {@link String}, which cannot be overwritten. */
    private String passphraseText() {
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
