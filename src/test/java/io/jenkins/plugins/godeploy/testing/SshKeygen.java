package io.jenkins.plugins.godeploy.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Key pairs made by OpenSSH itself. */
public final class SshKeygen {
    private SshKeygen() {}

    /**
     * Makes a key pair and returns the private key's file; the public one stands beside it, see {@link #publicKey}.
     *
     * @param file the private key's; must not exist
     * @param type ed25519, ecdsa or rsa
     * @param passphrase empty for none
     * @param more further arguments of ssh-keygen, such as {@code "-m", "PEM"} or {@code "-b", "4096"}
     */
    public static Path generate(Path file, String type, String passphrase, String... more) {
        Machine.require("ssh-keygen");
        List<String> command =
                new ArrayList<>(List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", file.toString()));
        if (type.equals("rsa") && !List.of(more).contains("-b")) {
            command.addAll(List.of("-b", "2048")); // the default of 3072 takes several times as long
        }
        command.addAll(List.of(more));
        Command.run(command.toArray(String[]::new));
        return file;
    }

    /**
     * Signs a public key and returns the certificate's file, which stands beside it.
     *
     * @param authority private key of the authority
     * @param privateKey of the pair whose public key is signed
     * @param options of ssh-keygen, such as {@code "-h", "-n", "web1"}
     */
    public static Path sign(Path authority, Path privateKey, String... options) {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-s", authority.toString(), "-I", "test"));
        command.addAll(List.of(options));
        command.add(publicKey(privateKey).toString());
        Command.run(command.toArray(String[]::new));
        return privateKey.resolveSibling(privateKey.getFileName() + "-cert.pub");
    }

    public static Path publicKey(Path privateKey) {
        return privateKey.resolveSibling(privateKey.getFileName() + ".pub");
    }
}
