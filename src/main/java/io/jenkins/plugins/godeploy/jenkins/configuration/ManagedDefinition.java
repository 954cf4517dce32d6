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
            toEnvironment(managed.getService() == null ? ANY : managed.getService(), ANY);
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
        if (managed.getHostKeys() == null && !managed.isAcceptFirstHostKey()) {
            throw new BadInputException(
                    "No host keys are named; add hostKeys, the lines that ssh-keyscan prints, compared"
                            + " with the hosts' own keys.");
        }
        if (managed.getHostKeys() != null) {
            KnownHosts.parse(managed.getHostKeys(), "hostKeys");
        }
    }

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

    /**
     * Makes it for a service.
     *
     * @param credentialUser user name of the credential, for an environment that names none
     * @throws BadInputException if a value breaks a rule
     */
    public Environment toEnvironment(String service, String credentialUser) {
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
                        managed.getJump() == null ? null : HostLine.parse(managed.getJump()),
                        null))
                .path(managed.getPath())
                .branches(managed.getBranches())
                .keep(managed.getKeep());
        hosts().forEach(builder::host);
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
