package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import hudson.model.Slave;
import hudson.plugins.sshslaves.SSHLauncher;
import hudson.plugins.sshslaves.verifiers.HostKey;
import hudson.plugins.sshslaves.verifiers.HostKeyHelper;
import hudson.plugins.sshslaves.verifiers.ManuallyProvidedKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.ManuallyTrustedKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.NonVerifyingKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.SshHostKeyVerificationStrategy;
import hudson.slaves.DumbSlave;
import hudson.slaves.RetentionStrategy;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedDefinition;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.configuration.ResolvedHosts;
import io.jenkins.plugins.godeploy.jenkins.extend.Pair;
import io.jenkins.plugins.godeploy.jenkins.extend.Ready;
import io.jenkins.plugins.godeploy.jenkins.extend.Supervised;
import io.jenkins.plugins.godeploy.jenkins.source.SshAgents;
import java.util.Base64;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** Hosts, managers and checks that come from elsewhere: the examples of docs/extend.md, and agents launched over SSH. */
public class HostSourceIT {
    private static final String KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIMQbnuPqMA0ZAVoCK0hgVlY6HOHr1TdxiDlQ5H1Fyzfk";
    private static final String OTHER = "AAAAC3NzaC1lZDI1NTE5AAAAIP8tvlznHNsy0NGPkUF/uV2qJFqhuwTlC2kl83gTmVTE";

    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    @Test
    public void theExamplesAreUsedAndKept() throws Exception {
        ManagedEnvironment environment = environment();
        environment.setHostSource(new Pair("example.org"));
        environment.setManager(new Supervised("shop"));
        environment.setHealth(new Ready(8080));
        GoDeployConfiguration.get().setEnvironments(List.of(environment));
        GoDeployConfiguration.get().load();

        ManagedDefinition kept = new ManagedDefinition(
                GoDeployConfiguration.get().getEnvironments().get(0));

        ResolvedHosts resolved = kept.resolve();
        assertEquals(List.of(new Host("a", "a.example.org", 22), new Host("b", "b.example.org", 22)), resolved.hosts());
        assertEquals("", resolved.hostKeys());
        assertEquals(
                "http://localhost:8080/internal/ready",
                ((HealthCheck.Http) kept.toEnvironment("shop", "deploy", resolved.hosts())
                                .health())
                        .url());
    }

    @Test
    public void theEnvironmentsKeysCountForHostsOfWhichTheSourceKnowsNone() throws Exception {
        ManagedEnvironment environment = environment();
        environment.setHostSource(new Pair("example.org"));
        environment.setHostKeys("*.example.org,!b.example.org ssh-ed25519 " + KEY);

        assertEquals(
                "a.example.org ssh-ed25519 " + KEY,
                new ManagedDefinition(environment).resolve().hostKeys());
    }

    @Test
    public void agentsAreHostsWithTheKeyOfTheirLauncher() throws Exception {
        agent("web 1", new ManuallyProvidedKeyVerificationStrategy("ssh-ed25519 " + KEY));
        Slave trusted = agent("web2", new ManuallyTrustedKeyVerificationStrategy(true));
        assertThrows(BadInputException.class, this::resolve);
        HostKeyHelper.getInstance()
                .saveHostKey(
                        trusted.toComputer(),
                        new HostKey("ssh-ed25519", Base64.getDecoder().decode(OTHER)));

        ResolvedHosts resolved = resolve();

        assertEquals(
                List.of(new Host("web-1", "web-1.test", 2222), new Host("web2", "web2.test", 2222)), resolved.hosts());
        assertEquals(
                "[web-1.test]:2222 ssh-ed25519 " + KEY + "\n[web2.test]:2222 ssh-ed25519 " + OTHER,
                resolved.hostKeys());
    }

    @Test
    public void aLauncherThatVerifiesNothingIsRefused() throws Exception {
        agent("web1", new NonVerifyingKeyVerificationStrategy());

        assertEquals(
                "The launcher of the agent web1 does not verify its host key, and what is deployed there must not go to"
                        + " somebody in between; choose another Host Key Verification Strategy for it.",
                assertThrows(BadInputException.class, this::resolve).getMessage());
    }

    @Test
    public void anAgentThatIsLaunchedOtherwiseIsRefusedAndNotLeftOut() throws Exception {
        agent("web1", new ManuallyProvidedKeyVerificationStrategy("ssh-ed25519 " + KEY));
        jenkins.createSlave("inbound", "web", null);

        assertEquals(
                "The agent inbound is not launched over SSH, so that nothing tells its address and host key; take the"
                        + " label from it, or name its host in the environment.",
                assertThrows(BadInputException.class, this::resolve).getMessage());
    }

    @Test
    public void aLabelThatNoAgentHasIsRefused() {
        assertEquals(
                "No agent has the label web; give it to the agents that are to be deployed to.",
                assertThrows(BadInputException.class, this::resolve).getMessage());
    }

    @Test
    public void aSourceIsNoReasonToAcceptTheFirstKey() {
        ManagedEnvironment environment = environment();
        environment.setHostSource(new SshAgents("web"));
        environment.setAcceptFirstHostKey(true);

        BadInputException complaint = assertThrows(BadInputException.class, new ManagedDefinition(environment)::check);
        assertEquals(
                "Environment production: The hosts of a hostSource change by themselves, so no key of theirs is accepted"
                        + " when it is seen first; leave acceptFirstHostKey away, and add hostKeys for those whose key"
                        + " the source does not know.",
                complaint.getMessage());
    }

    private ResolvedHosts resolve() throws InterruptedException {
        ManagedEnvironment environment = environment();
        environment.setHostSource(new SshAgents("web"));
        ManagedDefinition definition = new ManagedDefinition(environment);
        definition.check();
        return definition.resolve();
    }

    private static ManagedEnvironment environment() {
        ManagedEnvironment environment = new ManagedEnvironment("production");
        environment.setCredentialsId("deploy-key");
        return environment;
    }

    /** One that is never launched: only its configuration is asked. */
    private Slave agent(String name, SshHostKeyVerificationStrategy strategy) throws Exception {
        SSHLauncher launcher = new SSHLauncher(name.replace(' ', '-') + ".test", 2222, "none");
        launcher.setSshHostKeyVerificationStrategy(strategy);
        DumbSlave agent = new DumbSlave(name, "/tmp", launcher);
        agent.setLabelString("web");
        agent.setRetentionStrategy(new RetentionStrategy.Demand(1000, 1000));
        jenkins.jenkins.addNode(agent);
        return agent;
    }
}
