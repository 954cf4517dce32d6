package io.jenkins.plugins.godeploy.ssh;

import java.time.Instant;
import java.util.List;

/**
 * A host's certificate (OpenSSH's PROTOCOL.certkeys), read but not judged.
 *
 * @param key the host's own key, for which it was made
 * @param authority the key that is said to have signed it
 * @param signed whether that key did, in a way that is still safe
 * @param forHost whether it was made for a host and not for a user
 * @param principals the names of the host
 * @param validAfter first second at which it counts
 * @param validBefore first second at which it counts no more; {@link Instant#MAX} for never
 * @param criticalOptions what must be understood by who accepts it
 */
record HostCertificate(
        HostKey key,
        HostKey authority,
        boolean signed,
        boolean forHost,
        List<String> principals,
        Instant validAfter,
        Instant validBefore,
        List<String> criticalOptions) {
    /**
     * The rules of ssh(1), but one: a certificate without principals, which counts for any host there, does for none.
     *
     * @param name of the host, as it is connected to, in lower case
     * @return what is wrong with it, as the end of a sentence; null if nothing is
     */
    String flaw(String name, Instant now) {
        if (!signed) {
            return "that its authority has not signed, or only with SHA-1";
        }
        if (!forHost) {
            return "that was made for a user: make one with 'ssh-keygen -h -s'";
        }
        if (now.isBefore(validAfter)) {
            return "that is valid from " + validAfter + " only: compare the clocks";
        }
        if (!now.isBefore(validBefore)) {
            return "that has expired at " + validBefore + ": give the host a new one";
        }
        if (!principals.contains(name)) {
            return "that does not name " + name + " but "
                    + (principals.isEmpty() ? "nobody" : String.join(", ", principals))
                    + ": make one with 'ssh-keygen -h -s CA -n " + name + "', or correct the address";
        }
        return criticalOptions.isEmpty()
                ? null
                : "with the option " + String.join(", ", criticalOptions) + ", which is not known for hosts";
    }
}
