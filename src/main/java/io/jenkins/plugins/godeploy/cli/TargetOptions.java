package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.SshConnector;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClients;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which hosts are meant, and the key for them. */
final class TargetOptions {
    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "The environment; may be left out where godeploy.yaml has only one.")
    private String environment;

    @Mixin
    private IdentityOption identity;

    Environment environment(Project project) {
        return environment(project, environment);
    }

    /** @param environment null where none is named */
    static Environment environment(Project project, String environment) {
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
        return identity.credential(target, folder, surroundings);
    }

    static Connector connector(Environment target, SshCredential credential, Path folder, Surroundings surroundings)
            throws IOException {
        SshSettings ssh = target.ssh();
        KnownHosts known = AcceptedKeys.read(ssh, folder, surroundings.home());
        return new SshConnector(
                SshClients.named(ssh.client()), ssh.user(), ssh.jump(), credential, known, ssh.connectTimeout());
    }
}
