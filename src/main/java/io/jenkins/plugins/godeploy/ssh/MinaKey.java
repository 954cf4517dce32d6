package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A private key as MINA takes it. */
final class MinaKey {
    private final List<KeyPair> pairs;

    private MinaKey(List<KeyPair> pairs) {
        this.pairs = pairs;
    }

    /** @throws SshException with {@link Reason#KEY} if the key cannot be used, in a sentence that says what to do */
    static MinaKey read(SshCredential credential) throws SshException {
        try (KeyMaterial key = KeyMaterial.of(credential)) {
            KeyPair pair = key.decode(MinaKey::decode);
            String line = credential.certificate();
            return new MinaKey(
                    line == null
                            ? List.of(pair)
                            : List.of(
                                    MinaCertificates.withCertificate(pair, line, credential.name(), Instant.now()),
                                    pair));
        }
    }

    private static KeyPair decode(char[] text, String passphrase) throws GeneralSecurityException, IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        try {
            Iterator<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                            null,
                            NamedResource.ofName("key"),
                            new ByteArrayInputStream(bytes.array(), 0, bytes.limit()),
                            FilePasswordProvider.of(passphrase))
                    .iterator();
            if (!pairs.hasNext()) {
                throw new IOException("There is no key.");
            }
            return pairs.next();
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    /** The certificate first, if there is one, then the key alone, as ssh(1) does. */
    void offerTo(ClientSession session) {
        pairs.forEach(session::addPublicKeyIdentity);
    }
}
