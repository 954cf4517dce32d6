package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads which host keys are accepted, once. */
final class AcceptedKeys {
    private AcceptedKeys() {}

    /** @throws BadInputException if there is no such file or a line of it is wrong */
    static KnownHosts read(SshSettings settings, Path folder, Path home) throws IOException {
        if (settings.hostKeys() != null) {
            return KnownHosts.parse(settings.hostKeys(), "hostKeys");
        }
        String named = settings.knownHosts() == null ? "~/.ssh/known_hosts" : settings.knownHosts();
        Path file = UserPath.resolve(named, folder, home);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadInputException("There is no file " + file
                    + " with the hosts' keys that can be read; name one as ssh.knownHosts in godeploy.yaml, and compare"
                    + " what ssh-keyscan prints with the hosts' own keys before it goes in.");
        }
        return KnownHosts.parse(Files.readString(file), file.toString());
    }
}
