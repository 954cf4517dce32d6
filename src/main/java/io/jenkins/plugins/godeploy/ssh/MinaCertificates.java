package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Reads OpenSSH's certificates with MINA. */
final class MinaCertificates {
    private MinaCertificates() {}

    static HostCertificate ofHost(OpenSshCertificate certificate) {
        return new HostCertificate(
                hostKey(certificate.getCertPubKey()),
                hostKey(certificate.getCaPubKey()),
                isSigned(certificate),
                certificate.getType() == OpenSshCertificate.Type.HOST,
                List.copyOf(certificate.getPrincipals()),
                instant(certificate.getValidAfter()),
                instant(certificate.getValidBefore()),
                List.copyOf(certificate.getCriticalOptionsMap().keySet()));
    }

    static HostKey hostKey(PublicKey key) {
        ByteArrayBuffer blob = new ByteArrayBuffer();
        blob.putRawPublicKey(key);
        return new HostKey(blob.getCompactData());
    }

    private static boolean isSigned(OpenSshCertificate certificate) {
        try {
            String algorithm = certificate.getSignatureAlgorithm();
            PublicKey authority = certificate.getCaPubKey();
            Signature verifier = NamedFactory.create(MinaAlgorithms.hostKeys(List.of(), false), algorithm);
            if (verifier == null || !KeyUtils.getKeyType(authority).equals(KeyUtils.getCanonicalKeyType(algorithm))) {
                return false;
            }
            verifier.initVerifier(null, authority);
            verifier.update(null, certificate.getMessage());
            return verifier.verify(null, certificate.getSignature());
        } catch (Exception e) {
            return false; // what MINA throws is as broad
        }
    }

    /** Seconds without a sign. */
    private static Instant instant(long seconds) {
        return seconds < 0 || seconds > Instant.MAX.getEpochSecond() ? Instant.MAX : Instant.ofEpochSecond(seconds);
    }

    /**
     * A user's key with its certificate.
     *
     * @param name what messages call the key
     * @throws SshException with {@link Reason#KEY} if the certificate does not fit the key, or does not count now
     */
    static KeyPair withCertificate(KeyPair pair, String line, String name, Instant now) throws SshException {
        OpenSshCertificate certificate = read(line, name);
        String flaw = null;
        if (!KeyUtils.compareKeys(certificate.getCertPubKey(), pair.getPublic())) {
            flaw = "was made for another key: name the one for this key, which 'ssh-keygen -s' writes beside it";
        } else if (certificate.getType() != OpenSshCertificate.Type.USER) {
            flaw = "was made for a host: make one without 'ssh-keygen -h'";
        } else if (now.isBefore(instant(certificate.getValidAfter()))) {
            flaw = "is valid from " + instant(certificate.getValidAfter()) + " only: compare the clocks";
        } else if (!now.isBefore(instant(certificate.getValidBefore()))) {
            flaw = "has expired at " + instant(certificate.getValidBefore()) + ": have a new one made";
        }
        if (flaw != null) {
            throw refuse(name, flaw);
        }
        return new KeyPair(certificate, pair.getPrivate());
    }

    private static OpenSshCertificate read(String line, String name) throws SshException {
        try {
            PublicKeyEntry entry = PublicKeyEntry.parsePublicKeyEntry(line.strip());
            if (entry.resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING)
                    instanceof OpenSshCertificate certificate) {
                return certificate;
            }
            throw refuse(name, "is a plain public key: name the file that ends in -cert.pub");
        } catch (SshException e) {
            throw e;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw refuse(name, "cannot be read: it takes the line that 'ssh-keygen -s' writes to a file -cert.pub");
        }
    }

    private static SshException refuse(String name, String flaw) {
        return new SshException(Reason.KEY, "The certificate of the key " + name + " " + flaw + ".");
    }
}
