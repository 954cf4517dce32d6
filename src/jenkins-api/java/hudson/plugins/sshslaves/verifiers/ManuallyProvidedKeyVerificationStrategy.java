package hudson.plugins.sshslaves.verifiers;

public class ManuallyProvidedKeyVerificationStrategy extends SshHostKeyVerificationStrategy {
    protected ManuallyProvidedKeyVerificationStrategy() {}

    public native HostKey getParsedKey();
}
