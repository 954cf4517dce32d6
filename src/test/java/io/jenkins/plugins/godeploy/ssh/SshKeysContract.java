package io.jenkins.plugins.godeploy.ssh;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.testing.SshKeygen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every type and format of private key that ssh-keygen makes opens the door. */
@RunWith(Parameterized.class)
public abstract class SshKeysContract extends SshTestBase {
    @Parameter(0)
    public String type;

    @Parameter(1)
    public String bits;

    @Parameter(2)
    public String format;

    @Parameter(3)
    public String passphrase;

    @Parameters(name = "{0} {1} {2} passphrase={3}")
    public static List<Object[]> kinds() {
        List<Object[]> kinds = new ArrayList<>();
        for (String passphrase : new String[] {"", "correct horse"}) {
            kinds.add(new Object[] {"ed25519", "256", "RFC4716", passphrase});
            for (String format : new String[] {"RFC4716", "PEM", "PKCS8"}) {
                kinds.add(new Object[] {"rsa", "2048", format, passphrase});
                for (String bits : new String[] {"256", "384", "521"}) {
                    kinds.add(new Object[] {"ecdsa", bits, format, passphrase});
                }
            }
        }
        return kinds;
    }

    @Test
    public void opensTheDoor() throws Exception {
        Path file = sshd.folder().resolve(String.join("-", type, bits, format, passphrase));
        SshKeygen.generate(file, type, passphrase, "-b", bits, "-m", format);
        sshd.authorize(SshKeygen.publicKey(file));
        SshConnection connection =
                client().connect(endpoint(sshd), null, credential(file, passphrase), knownHosts(sshd), LONG);
        assertEquals(0, closeLater(connection).run("true", null, LONG, null).status());
    }
}
