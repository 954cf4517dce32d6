package io.jenkins.plugins.godeploy.jenkins.source;

import hudson.Extension;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Descriptor;
import hudson.model.Node;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import io.jenkins.plugins.godeploy.jenkins.permission.AgentRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code sshAgents(label: 'web')}: the agents with a label, which Jenkins itself launches over SSH. Address, port and host
 * key are those of their launcher; the credential is the environment's own.
 */
public final class SshAgents extends HostSource {
    private final String label;

    @DataBoundConstructor
    public SshAgents(String label) {
        this.label = Util.fixEmptyAndTrim(label);
    }

    public String getLabel() {
        return label;
    }

    @Override
    public List<SourcedHost> hosts() throws IOException {
        if (label == null) {
            throw new BadInputException("No label says which agents are the hosts; add one, such as web.");
        }
        AgentRule.check(label);
        requirePlugin();
        List<SourcedHost> hosts = new ArrayList<>(); // not the built-in node, which has no name
        for (Computer computer : Jenkins.get().getComputers()) {
            Node node = computer.getNode();
            if (node != null && !node.getNodeName().isEmpty() && AgentRule.matches(label, computer)) {
                hosts.add(SshAgent.of(node, computer));
            }
        }
        if (hosts.isEmpty()) {
            throw new BadInputException(
                    "No agent has the label " + label + "; give it to the agents that are to be deployed to.");
        }
        return hosts;
    }

    /** Without it, its classes are not there. */
    private void requirePlugin() {
        try {
            Class.forName("hudson.plugins.sshslaves.SSHLauncher", false, SshAgents.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new BadInputException(
                    "The agents with the label " + label
                            + " cannot be told, as the plugin SSH Build Agents (ssh-slaves) is not installed; install it.",
                    e);
        }
    }

    /** Of {@link SshAgents}. */
    @Extension
    @Symbol("sshAgents")
    public static final class DescriptorImpl extends Descriptor<HostSource> {
        @Override
        public String getDisplayName() {
            return Messages.SshAgents_displayName();
        }

        @POST
        public FormValidation doCheckLabel(@QueryParameter String value) {
            return FieldCheck.value(null, value, AgentRule::check);
        }
    }
}
