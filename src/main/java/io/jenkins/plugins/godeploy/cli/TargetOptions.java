package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.SshConnector;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which hosts are meant, and the key for them. */
final class TargetOptions {
    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "The environment; may be left out where godeploy.yaml has only one.")
    private String environment;

    @Option(
            names = {"-i", "--identity"},
            paramLabel = "FILE",
            description = "The private key (default: ssh.identityFile of the environment, else the first of"
                    + " ~/.ssh/id_ed25519, id_ecdsa and id_rsa). Its passphrase is asked for, or read from the file that"
                    + " GODEPLOY_PASSPHRASE_FILE names.")
    private Path identity;

    Environment environment(Project project) {
        if (environment == null && project.environments().size() == 1) {
            return project.environments().values().iterator().next();
        }
        if (environment == null) {
            throw new BadInputException(
                    project.environments().isEmpty()
                            ? "godeploy.yaml defines no environment; add one as in docs/godeploy-yaml.md."
                            : "No environment is named; add -e with one of "
                                    + String.join(", ", project.environments().keySet()) + ".");
        }
        return project.environment(environment);
    }

    /** The key for the environment's hosts, to be closed by the caller. */
    SshCredential credential(Environment target, Path folder, Surroundings surroundings) throws IOException {
        String named = target.ssh().identityFile();
        Path file = named == null ? null : UserPath.resolve(named, folder, surroundings.home());
        return new Identity(surroundings).read(identity == null ? file : identity);
    }

    Connector connector(Environment target, SshCredential credential, Path folder, Surroundings surroundings)
            throws IOException {
        SshSettings ssh = target.ssh();
        KnownHosts known = AcceptedKeys.read(ssh, folder, surroundings.home());
        return new SshConnector(surroundings.client(), ssh.user(), ssh.jump(), credential, known, ssh.connectTimeout());
    }
}
