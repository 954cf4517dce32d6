package io.jenkins.plugins.godeploy.ssh;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.testing.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class Pkcs8Test {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** Several, because their points differ in sign and in leading zeros. */
    @Test
    public void opensshReadsWhatBecomesOfEd25519Keys() throws Exception {
        for (int i = 0; i < 10; i++) {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            char[] text = Pkcs8.convert(pair.getPrivate().getEncoded());
            Path file = folder.getRoot().toPath().resolve("key" + i);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, new String(text));

            byte[] blob = Base64.getDecoder()
                    .decode(Command.run("ssh-keygen", "-y", "-f", file.toString())
                            .split("\\s")[1]);

            assertArrayEquals(last32(pair.getPublic().getEncoded()), last32(blob));
        }
    }

    private static byte[] last32(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
    }

    @Test
    public void otherKindsOfKeysAreRefused() throws Exception {
        byte[] key = KeyPairGenerator.getInstance("X25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        assertThrows(IllegalArgumentException.class, () -> Pkcs8.convert(key));
    }

    @Test
    public void tornKeyIsRefused() throws Exception {
        byte[] key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        for (int length = 0; length < key.length; length++) {
            byte[] torn = Arrays.copyOf(key, length);
            assertThrows(IllegalArgumentException.class, () -> Pkcs8.convert(torn));
        }
    }
}
