package io.jenkins.plugins.godeploy.jenkins;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The credential {@code deploy-key}, with a key that opens nothing. */
final class DeployKey {
    static final String ID = "deploy-key";

    private DeployKey() {}

    /**
     * Adds it.
     *
     * @return its public key, as good as any for a host's
     */
    static String add(Path folder) throws IOException {
        Path key = SshKeygen.generate(folder.resolve("key"), "ed25519", "");
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        ID,
                        "deploy",
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(key)),
                        null,
                        null));
        SystemCredentialsProvider.getInstance().save();
        return Files.readString(SshKeygen.publicKey(key)).trim();
    }
}
