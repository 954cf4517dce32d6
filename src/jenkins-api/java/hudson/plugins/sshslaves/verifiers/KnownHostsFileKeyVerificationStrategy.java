package hudson.plugins.sshslaves.verifiers;

public class KnownHostsFileKeyVerificationStrategy extends SshHostKeyVerificationStrategy {
    public static final String KNOWN_HOSTS_DEFAULT = null;
    public static final String KNOWN_HOSTS_PROPERTY = null;

    protected KnownHostsFileKeyVerificationStrategy() {}
}
