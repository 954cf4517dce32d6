package io.jenkins.plugins.godeploy.jenkins.source;

import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Slave;
import hudson.plugins.sshslaves.SSHLauncher;
import hudson.plugins.sshslaves.verifiers.HostKey;
import hudson.plugins.sshslaves.verifiers.HostKeyHelper;
import hudson.plugins.sshslaves.verifiers.KnownHostsFileKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.ManuallyProvidedKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.ManuallyTrustedKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.SshHostKeyVerificationStrategy;
import hudson.slaves.ComputerLauncher;
import hudson.slaves.DelegatingComputerLauncher;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One agent that is launched over SSH. It alone touches classes of the plugin ssh-slaves, which may be absent. */
final class SshAgent {
    private final Computer computer;
    private final String name;
    private final SSHLauncher launcher;

    private SshAgent(Computer computer, String name, SSHLauncher launcher) {
        this.computer = computer;
        this.name = name;
        this.launcher = launcher;
    }

    /** @throws BadInputException if the agent is launched otherwise, or its host key is not verified or not known */
    static SourcedHost of(Node node, Computer computer) throws IOException {
        ComputerLauncher launcher = node instanceof Slave slave ? slave.getLauncher() : null;
        while (launcher instanceof DelegatingComputerLauncher delegating) {
            launcher = delegating.getLauncher();
        }
        if (!(launcher instanceof SSHLauncher ssh)) {
            throw new BadInputException("The agent " + node.getNodeName()
                    + " is not launched over SSH, so that nothing tells its address and host key; take the label from it,"
                    + " or name its host in the environment.");
        }
        return new SshAgent(computer, node.getNodeName(), ssh).host();
    }

    private SourcedHost host() throws IOException {
        String address = launcher.getHost() == null ? "" : launcher.getHost().trim();
        return SourcedHost.of(hostName(), address, launcher.getPort()).withKnownHosts(knownHosts(address));
    }

    /** An agent's name may hold blanks and more, which a host's does not. */
    private String hostName() {
        return name.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private List<String> knownHosts(String address) throws IOException {
        SshHostKeyVerificationStrategy strategy = launcher.getSshHostKeyVerificationStrategy();
        if (strategy instanceof ManuallyProvidedKeyVerificationStrategy provided) {
            return List.of(line(address, provided.getParsedKey()));
        }
        if (strategy instanceof ManuallyTrustedKeyVerificationStrategy) {
            HostKey trusted = HostKeyHelper.getInstance().getHostKey(computer);
            if (trusted == null) {
                throw new BadInputException("No host key of the agent " + name
                        + " is trusted yet; launch it and trust its key, or give its launcher the key.");
            }
            return List.of(line(address, trusted));
        }
        if (strategy instanceof KnownHostsFileKeyVerificationStrategy) {
            return knownHostsFile();
        }
        throw new BadInputException("The launcher of the agent " + name
                + " does not verify its host key, and what is deployed there must not go to somebody in between; choose"
                + " another Host Key Verification Strategy for it.");
    }

    /** The file that the plugin reads for this strategy. */
    private static List<String> knownHostsFile() throws IOException {
        String set = System.getProperty(KnownHostsFileKeyVerificationStrategy.KNOWN_HOSTS_PROPERTY, "");
        Path file = Path.of(set.isBlank() ? KnownHostsFileKeyVerificationStrategy.KNOWN_HOSTS_DEFAULT : set);
        if (!Files.exists(file)) {
            throw new BadInputException("There is no file " + file
                    + " on the controller, which has the host keys of agents; make it, or choose another Host Key"
                    + " Verification Strategy for them.");
        }
        return Files.readAllLines(file);
    }

    private String line(String address, HostKey key) {
        return KnownHosts.line(address, launcher.getPort(), key.getKey());
    }
}
