package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads the private key once, and gets its passphrase where it has one. */
final class Identity {
    /** Names a file whose first line is the passphrase: neither arguments nor variables hide a secret. */
    static final String PASSPHRASE_FILE = "GODEPLOY_PASSPHRASE_FILE";

    private static final List<String> DEFAULTS = List.of(".ssh/id_ed25519", ".ssh/id_ecdsa", ".ssh/id_rsa");

    private final Surroundings surroundings;

    Identity(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The key in a file with the certificate in another, to be closed by the caller.
     *
     * @param file null for the first there is of the files that ssh looks for
     * @param certificate null for the file beside the key whose name ends in {@code -cert.pub}, if there is one
     * @throws BadInputException if there is none, it is no private key, or nobody knows its passphrase
     */
    SshCredential read(Path file, Path certificate) throws IOException {
        Path key = file == null ? byDefault() : file;
        Path beside = key.resolveSibling(key.getFileName() + "-cert.pub");
        if (certificate == null && !Files.isRegularFile(beside)) {
            return read(key, (String) null);
        }
        Path named = certificate == null ? beside : certificate;
        if (!Files.isRegularFile(named) || !Files.isReadable(named)) {
            throw new BadInputException(
                    "There is no file " + named + " that can be read, for the certificate of the key.");
        }
        return read(key, Files.readString(named));
    }

    /** @param certificate its line; null for none */
    SshCredential read(Path file, String certificate) throws IOException {
        Path key = file == null ? byDefault() : file;
        char[] text = characters(key, "the private key");
        char[] passphrase = null;
        try (SshCredential plain = new SshCredential(key.toString(), text, null)) {
            passphrase = plain.isEncrypted() ? passphrase(key) : null;
            return new SshCredential(key.toString(), text, passphrase, certificate);
        } catch (SshException e) {
            throw new BadInputException(e.getMessage(), e);
        } finally {
            Arrays.fill(text, '\0');
            if (passphrase != null) {
                Arrays.fill(passphrase, '\0');
            }
        }
    }

    private Path byDefault() {
        return DEFAULTS.stream()
                .map(surroundings.home()::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no private key in ~/.ssh; name one with --identity,"
                        + " or as ssh.identityFile in godeploy.yaml."));
    }

    private char[] passphrase(Path key) throws IOException {
        String file = surroundings.environment().get(PASSPHRASE_FILE);
        if (file != null && !file.isEmpty()) {
            return firstLine(characters(Path.of(file), "the passphrase, which " + PASSPHRASE_FILE + " names"));
        }
        char[] answer = surroundings.passphrase().apply("Passphrase for " + key + ": ");
        if (answer == null) {
            throw new BadInputException("The key " + key + " has a passphrase and there is no terminal to ask for it;"
                    + " set " + PASSPHRASE_FILE + " to a file that holds it, or name a key without one.");
        }
        return answer;
    }

    private static char[] firstLine(char[] text) {
        int end = 0;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        char[] line = Arrays.copyOf(text, end);
        Arrays.fill(text, '\0');
        return line;
    }

    /** The file's text, of which no copy is left in memory. */
    private static char[] characters(Path file, String what) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadInputException("There is no file " + file + " that can be read, for " + what + ".");
        }
        byte[] bytes = Files.readAllBytes(file);
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] text = new char[decoded.remaining()];
        decoded.get(text);
        Arrays.fill(decoded.array(), '\0');
        Arrays.fill(bytes, (byte) 0);
        return text;
    }
}
