package io.jenkins.plugins.godeploy.jenkins.configuration;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.EnvironmentBuilder;
import io.jenkins.plugins.godeploy.config.HostLine;
import io.jenkins.plugins.godeploy.config.ProofWord;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.jenkins.permission.AccessRules;
import io.jenkins.plugins.godeploy.jenkins.permission.AgentRule;
import io.jenkins.plugins.godeploy.jenkins.permission.JobPattern;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import java.util.List;
import jenkins.model.Jenkins;

/** An administrator's environment as the engine takes it. */
public final class ManagedDefinition {
    /** Stands for what is only known when something is deployed, where the rest is checked. */
    static final String ANY = "any";

    /** What a deployment to hosts that a step itself names is called, where it has no other name. */
    public static final String INLINE = "inline";

    private final ManagedEnvironment managed;

    public ManagedDefinition(ManagedEnvironment managed) {
        this.managed = managed;
    }

    /** @throws BadInputException if a field is missing or breaks a rule; it names the environment */
    public void check() {
        Names.environment(managed.getName());
        if (managed.getName().equalsIgnoreCase(INLINE)) {
            throw new BadInputException(
                    "No environment can be called " + managed.getName()
                            + ", as deployments to hosts that a step itself names are; choose another name, such as production.");
        }
        try {
            if (managed.getCredentialsId() == null) {
                throw new BadInputException(
                        "No key is named; add credentialsId, the ID of an SSH private key in Jenkins.");
            }
            hostKeys();
            jobs().forEach(JobPattern::new);
            if (managed.getAgentLabel() != null) {
                AgentRule.check(managed.getAgentLabel());
            }
            toEnvironment(managed.getService() == null ? ANY : managed.getService(), ANY, checkedHosts());
        } catch (BadInputException e) {
            String named = "Environment " + managed.getName();
            throw e.getMessage().startsWith(named) ? e : new BadInputException(named + ": " + e.getMessage(), e);
        }
    }

    private void hostKeys() {
        if (managed.getHostKeys() != null && managed.isAcceptFirstHostKey()) {
            throw new BadInputException(
                    "Both hostKeys and acceptFirstHostKey say which host keys are accepted; leave one of them away.");
        }
        if (managed.getHostSource() != null && managed.isAcceptFirstHostKey()) {
            throw new BadInputException(
                    "The hosts of a hostSource change by themselves, so no key of theirs is accepted"
                            + " when it is seen first; leave acceptFirstHostKey away, and add hostKeys for those whose key the"
                            + " source does not know.");
        }
        if (managed.getHostKeys() == null && !managed.isAcceptFirstHostKey() && managed.getHostSource() == null) {
            throw new BadInputException(
                    "No host keys are named; add hostKeys, the lines that ssh-keyscan prints, compared"
                            + " with the hosts' own keys.");
        }
        if (managed.getHostKeys() != null) {
            KnownHosts.parse(managed.getHostKeys(), "hostKeys");
        }
    }

    /** A source is not asked before something is deployed. */
    private List<Host> checkedHosts() {
        if (managed.getHostSource() == null) {
            return hosts();
        }
        if (managed.getHosts() != null) {
            throw new BadInputException("Both hosts and hostSource say what the hosts are; leave one of them away.");
        }
        return List.of(new Host(ANY, ANY, Host.SSH_PORT));
    }

    /**
     * The hosts as they are now, and their keys.
     *
     * @throws BadInputException if the environment's source does not tell them
     */
    public ResolvedHosts resolve() throws InterruptedException {
        return managed.getHostSource() == null
                ? new ResolvedHosts(hosts(), managed.getHostKeys())
                : ResolvedHosts.of(managed, jump());
    }

    /** Those that are named; none where a source tells them. */
    public List<Host> hosts() {
        List<String> lines = managed.getHosts();
        return lines == null ? List.of() : lines.stream().map(HostLine::parse).toList();
    }

    /** Who may deploy there. */
    public AccessRules access() {
        return new AccessRules(jobs(), managed.getAgentLabel(), managed.isAutomatic());
    }

    /** Where the keys of its hosts are remembered. */
    public RememberedKeys rememberedKeys() {
        return new RememberedKeys(Jenkins.get().getRootDir().toPath(), managed.getName(), managed.getService());
    }

    private List<String> jobs() {
        return managed.getJobs() == null ? List.of() : managed.getJobs();
    }

    private Host jump() {
        return managed.getJump() == null ? null : HostLine.parse(managed.getJump());
    }

    /**
     * Makes it for a service.
     *
     * @param credentialUser user name of the credential, for an environment that names none
     * @param hosts as {@link #resolve} tells them
     * @throws BadInputException if a value breaks a rule
     */
    public Environment toEnvironment(String service, String credentialUser, List<Host> hosts) {
        EnvironmentBuilder builder = new EnvironmentBuilder(managed.getName(), service)
                .ssh(new SshSettings(
                        managed.getUser() == null ? credentialUser : managed.getUser(),
                        managed.getCredentialsId(),
                        null,
                        null,
                        managed.getCertificate(),
                        null,
                        managed.getHostKeys(),
                        managed.getClient(),
                        jump(),
                        null))
                .path(managed.getPath())
                .branches(managed.getBranches())
                .keep(managed.getKeep());
        hosts.forEach(builder::host);
        if (managed.getManager() != null) {
            builder.manager(managed.getManager().toServiceManager());
        }
        if (managed.getStrategy() != null) {
            builder.strategy(managed.getStrategy().toStrategy());
        }
        if (managed.getHealth() != null) {
            builder.health(managed.getHealth().toHealthCheck());
        }
        if (managed.getProof() != null) {
            builder.proof(ProofWord.parse(managed.getProof()));
        }
        return builder.build();
    }
}
