package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which private key is used. */
final class IdentityOption {
    @Option(
            names = {"-i", "--identity"},
            paramLabel = "FILE",
            description = "The private key (default: ssh.identityFile of the environment, else the first of"
                    + " ~/.ssh/id_ed25519, id_ecdsa and id_rsa). Its passphrase is asked for, or read from the file that"
                    + " GODEPLOY_PASSPHRASE_FILE names.")
    private Path identity;

    /** The key for the environment's hosts, to be closed by the caller. */
    SshCredential credential(Environment target, Path folder, Surroundings surroundings) throws IOException {
        SshSettings ssh = target.ssh();
        Path file = identity != null ? identity : resolve(ssh.identityFile(), folder, surroundings);
        Identity reader = new Identity(surroundings);
        return ssh.certificate() == null
                ? reader.read(file, resolve(ssh.certificateFile(), folder, surroundings))
                : reader.read(file, ssh.certificate());
    }

    private static Path resolve(String named, Path folder, Surroundings surroundings) {
        return named == null ? null : UserPath.resolve(named, folder, surroundings.home());
    }
}
