package hudson.plugins.sshslaves.verifiers;

public class ManuallyTrustedKeyVerificationStrategy extends SshHostKeyVerificationStrategy {
    protected ManuallyTrustedKeyVerificationStrategy() {}
}
