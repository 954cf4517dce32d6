package io.jenkins.plugins.godeploy.jenkins.credential;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import hudson.util.Secret;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** A private key on its way to the agent. {@link #close} overwrites it; it is never stored. */
public final class SshKeyParcel implements Serializable, AutoCloseable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final char[] key;
    private final char[] passphrase;

    private SshKeyParcel(String id, char[] key, char[] passphrase) {
        this.id = id;
        this.key = key;
        this.passphrase = passphrase;
    }

    /** @throws BadInputException if the credential holds no key */
    public static SshKeyParcel of(SSHUserPrivateKey credential) {
        List<String> keys = credential.getPrivateKeys();
        if (keys.isEmpty()) {
            throw new BadInputException("The credential '" + credential.getId() + "' holds no private key; add one.");
        }
        Secret passphrase = credential.getPassphrase();
        String text = passphrase == null ? "" : passphrase.getPlainText();
        return new SshKeyParcel(
                credential.getId(), keys.get(0).toCharArray(), text.isEmpty() ? null : text.toCharArray());
    }

    /**
     * The key for the SSH client; to be closed by the caller.
     *
     * @param certificate that goes with it; null for none
     */
    public SshCredential unpack(String certificate) {
        return new SshCredential(id, key, passphrase, certificate);
    }

    @Override
    public void close() {
        Arrays.fill(key, '\0');
        if (passphrase != null) {
            Arrays.fill(passphrase, '\0');
        }
    }
}
