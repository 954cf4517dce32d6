package io.jenkins.plugins.godeploy.jenkins.configuration;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import hudson.model.Computer;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.host.HostCheck;
import io.jenkins.plugins.godeploy.jenkins.credential.SshKeyParcel;
import io.jenkins.plugins.godeploy.jenkins.credential.SystemKeys;
import io.jenkins.plugins.godeploy.jenkins.permission.AgentRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks at each host of an environment as an administrator has just filled it in. */
final class ConnectionTest {
    private final ManagedEnvironment managed;
    private final ManagedDefinition definition;

    ConnectionTest(ManagedEnvironment managed) {
        this.managed = managed;
        this.definition = new ManagedDefinition(managed);
    }

    /**
     * Asks the hosts, from a node that may deploy there.
     *
     * @return what is said of each host, and from where it was asked
     * @throws BadInputException if a field breaks a rule, or there is no such node or key
     */
    FormValidation run() {
        definition.check();
        Computer computer = managed.getAgentLabel() == null ? null : computer();
        SSHUserPrivateKey credential = SystemKeys.find(managed.getCredentialsId());
        try (SshKeyParcel key = SshKeyParcel.of(credential)) {
            ResolvedHosts resolved = definition.resolve();
            Environment environment = definition.toEnvironment(
                    managed.getService() == null ? ManagedDefinition.ANY : managed.getService(),
                    credential.getUsername(),
                    resolved.hosts());
            boolean first = managed.isAcceptFirstHostKey();
            HostsCall call = new HostsCall(
                    environment,
                    managed.getService() != null,
                    first ? definition.rememberedKeys().read() : resolved.hostKeys(),
                    first ? definition.rememberedKeys().file().toString() : "hostKeys",
                    first,
                    key);
            return said(
                    computer,
                    computer == null ? call.call() : computer.getChannel().call(call));
        } catch (IOException e) {
            return FormValidation.error("The hosts could not be asked from " + name(computer) + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FormValidation.error("The test was interrupted; run it again.");
        }
    }

    private Computer computer() {
        return AgentRule.online(managed.getAgentLabel())
                .orElseThrow(() -> new BadInputException("No node that matches '" + managed.getAgentLabel()
                        + "' is online; start one, or correct agentLabel."));
    }

    private static FormValidation said(Computer computer, List<HostCheck.Finding> findings) {
        List<FormValidation> lines = new ArrayList<>();
        lines.add(FormValidation.ok("Asked from " + name(computer) + "."));
        for (HostCheck.Finding finding : findings) {
            lines.add(
                    finding.ready() ? FormValidation.ok(finding.sentence()) : FormValidation.error(finding.sentence()));
        }
        return FormValidation.aggregate(lines);
    }

    private static String name(Computer computer) {
        return computer == null ? "the controller" : computer.getDisplayName();
    }
}
