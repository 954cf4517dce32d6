package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.SshConnector;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.TrileadClient;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The private key and the known host keys of an environment, read from files of this machine. */
final class Keys {
    /** An encrypted key says so in its first lines (PEM), or by a cipher's name in its first bytes (OpenSSH). */
    private static final String PASSPHRASE_FILE = "GODEPLOY_PASSPHRASE_FILE";

    private final ProjectOptions project;

    Keys(ProjectOptions project) {
        this.project = project;
    }

    /** Hands out connections until the credential is closed. */
    Connector connector(Environment environment, SshCredential credential) throws IOException {
        SshSettings ssh = environment.ssh();
        return new SshConnector(
                new TrileadClient(), ssh.user(), ssh.jump(), credential, knownHosts(ssh), ssh.connectTimeout());
    }

    SshCredential credential(Environment environment) throws IOException {
        String identity = environment.ssh().identityFile();
        if (identity == null) {
            throw new BadInputException("Environment " + environment.name()
                    + " names no identityFile; the command line takes the private key from there.");
        }
        Path file = project.resolve(identity);
        char[] key = read(file, "private key").toCharArray();
        char[] passphrase = EncryptedKey.is(key) ? passphrase(file) : null;
        try {
            return new SshCredential(file.toString(), key, passphrase);
        } finally {
            Arrays.fill(key, '\0');
            if (passphrase != null) {
                Arrays.fill(passphrase, '\0');
            }
        }
    }

    private KnownHosts knownHosts(SshSettings ssh) throws IOException {
        if (ssh.hostKeys() != null) {
            return KnownHosts.parse(ssh.hostKeys(), "hostKeys");
        }
        Path file = project.resolve(ssh.knownHosts() == null ? "~/.ssh/known_hosts" : ssh.knownHosts());
        return KnownHosts.parse(read(file, "file of known host keys"), file.toString());
    }

    private static String read(Path file, String what) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("There is no " + what + " " + file + ".");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static char[] passphrase(Path key) throws IOException {
        String file = System.getenv(PASSPHRASE_FILE);
        if (file != null) {
            return read(Path.of(file), "passphrase file").stripTrailing().toCharArray();
        }
        Console console = System.console();
        if (console == null) {
            throw new BadInputException("The private key " + key
                    + " has a passphrase and there is no terminal to ask for it; name a file with it in "
                    + PASSPHRASE_FILE + ".");
        }
        return console.readPassword("Passphrase for %s: ", key);
    }
}
