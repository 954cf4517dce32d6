package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.Connection;
import com.trilead.ssh2.crypto.PEMDecoder;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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

    private final KeyMaterial key;

    private TrileadKey(KeyMaterial key) {
        this.key = key;
    }

    /** @throws SshException with {@link Reason#KEY} if the key cannot be used, in a sentence that says what to do */
    static TrileadKey read(SshCredential credential) throws SshException {
        if (credential.certificate() != null) {
            throw new SshException(
                    Reason.KEY,
                    "The certificate of the key " + credential.name()
                            + " is nothing that the client trilead knows; take the client auto or mina.");
        }
        KeyMaterial key = KeyMaterial.of(credential);
        key.decode(TrileadKey::decode);
        return new TrileadKey(key);
    }

    private static KeyPair decode(char[] text, String passphrase) throws IOException {
        try {
            return (KeyPair) DECODE.invoke(null, text, passphrase);
        } catch (InvocationTargetException e) {
            throw new IOException(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    boolean authenticate(Connection connection, String user) throws IOException {
        return connection.authenticateWithPublicKey(user, key.text(), key.passphraseText());
    }

    @Override
    public void close() {
        key.close();
    }
}
