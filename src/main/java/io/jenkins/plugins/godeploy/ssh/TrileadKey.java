package io.jenkins.plugins.godeploy.ssh;

/** The text of a private key as Trilead takes it. */
final class TrileadKey {
    private TrileadKey() {}

    /** @return to be overwritten by the caller */
    static char[] read(SshCredential credential) {
        return credential.privateKey().clone();
    }
}
