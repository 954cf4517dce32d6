package hudson.plugins.sshslaves;

import hudson.plugins.sshslaves.verifiers.SshHostKeyVerificationStrategy;
import hudson.slaves.ComputerLauncher;

public class SSHLauncher extends ComputerLauncher {
    protected SSHLauncher() {}

    public native String getHost();

    public native int getPort();

    public native SshHostKeyVerificationStrategy getSshHostKeyVerificationStrategy();
}
