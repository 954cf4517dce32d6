package hudson.plugins.sshslaves.verifiers;

public abstract class SshHostKeyVerificationStrategy {
    protected SshHostKeyVerificationStrategy() {}
}
