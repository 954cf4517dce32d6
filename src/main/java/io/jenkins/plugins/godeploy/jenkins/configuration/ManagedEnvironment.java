package io.jenkins.plugins.godeploy.jenkins.configuration;

import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import io.jenkins.plugins.godeploy.jenkins.form.TextLines;
import io.jenkins.plugins.godeploy.jenkins.health.HealthProbe;
import io.jenkins.plugins.godeploy.jenkins.manager.ServiceControl;
import io.jenkins.plugins.godeploy.jenkins.source.HostSource;
import io.jenkins.plugins.godeploy.jenkins.strategy.RolloutStrategy;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * An environment that an administrator defines in Jenkins. Null stands for what is not said, in every field; {@link
 * ManagedDefinition} knows the rules.
 */
public final class ManagedEnvironment implements Describable<ManagedEnvironment>, ManagedNames.Entry {
    private final String name;
    private String service;
    private List<String> hosts;
    private HostSource hostSource;
    private String path;
    private String credentialsId;
    private String user;
    private String certificate;
    private String client;
    private String hostKeys;
    private boolean acceptFirstHostKey;
    private String jump;
    private ServiceControl manager;
    private RolloutStrategy strategy;
    private HealthProbe health;
    private String proof;
    private Integer keep;
    private String branches;
    private List<String> jobs;
    private String agentLabel;
    private boolean automatic;

    @DataBoundConstructor
    public ManagedEnvironment(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = Util.fixEmptyAndTrim(service);
    }

    /** A host each, as {@link io.jenkins.plugins.godeploy.config.HostLine} reads it. */
    public List<String> getHosts() {
        return hosts;
    }

    @DataBoundSetter
    public void setHosts(List<String> hosts) {
        this.hosts = TextLines.fixEmpty(hosts);
    }

    /** What tells the hosts, instead of {@link #getHosts}. */
    public HostSource getHostSource() {
        return hostSource;
    }

    @DataBoundSetter
    public void setHostSource(HostSource hostSource) {
        this.hostSource = hostSource;
    }

    /** Default: {@code /opt/} and the service. */
    public String getPath() {
        return path;
    }

    @DataBoundSetter
    public void setPath(String path) {
        this.path = Util.fixEmptyAndTrim(path);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** Default: the credential's user name. */
    public String getUser() {
        return user;
    }

    @DataBoundSetter
    public void setUser(String user) {
        this.user = Util.fixEmptyAndTrim(user);
    }

    /** The key's certificate, a line in the format of OpenSSH. */
    public String getCertificate() {
        return certificate;
    }

    @DataBoundSetter
    public void setCertificate(String certificate) {
        this.certificate = Util.fixEmptyAndTrim(certificate);
    }

    /** {@code auto}, {@code trilead} or {@code mina}. */
    public String getClient() {
        return client;
    }

    @DataBoundSetter
    public void setClient(String client) {
        this.client = Util.fixEmptyAndTrim(client);
    }

    /** Lines in known_hosts format. */
    public String getHostKeys() {
        return hostKeys;
    }

    @DataBoundSetter
    public void setHostKeys(String hostKeys) {
        this.hostKeys = Util.fixEmptyAndTrim(hostKeys);
    }

    /** Whether the key that a host presents first is accepted, and remembered from then on. */
    public boolean isAcceptFirstHostKey() {
        return acceptFirstHostKey;
    }

    @DataBoundSetter
    public void setAcceptFirstHostKey(boolean acceptFirstHostKey) {
        this.acceptFirstHostKey = acceptFirstHostKey;
    }

    /** A host to go through, written as one of the hosts. */
    public String getJump() {
        return jump;
    }

    @DataBoundSetter
    public void setJump(String jump) {
        this.jump = Util.fixEmptyAndTrim(jump);
    }

    /** Default: the unit of systemd that is called as the service. */
    public ServiceControl getManager() {
        return manager;
    }

    @DataBoundSetter
    public void setManager(ServiceControl manager) {
        this.manager = manager;
    }

    public RolloutStrategy getStrategy() {
        return strategy;
    }

    @DataBoundSetter
    public void setStrategy(RolloutStrategy strategy) {
        this.strategy = strategy;
    }

    public HealthProbe getHealth() {
        return health;
    }

    @DataBoundSetter
    public void setHealth(HealthProbe health) {
        this.health = health;
    }

    /** {@code exact}, {@code started} or {@code none}. */
    public String getProof() {
        return proof;
    }

    @DataBoundSetter
    public void setProof(String proof) {
        this.proof = Util.fixEmptyAndTrim(proof);
    }

    public Integer getKeep() {
        return keep;
    }

    @DataBoundSetter
    public void setKeep(Integer keep) {
        this.keep = keep;
    }

    public String getBranches() {
        return branches;
    }

    @DataBoundSetter
    public void setBranches(String branches) {
        this.branches = Util.fixEmptyAndTrim(branches);
    }

    /** Patterns of the jobs that may deploy there, see {@link io.jenkins.plugins.godeploy.jenkins.permission.JobPattern}. */
    public List<String> getJobs() {
        return jobs;
    }

    @DataBoundSetter
    public void setJobs(List<String> jobs) {
        this.jobs = TextLines.fixEmpty(jobs);
    }

    public String getAgentLabel() {
        return agentLabel;
    }

    @DataBoundSetter
    public void setAgentLabel(String agentLabel) {
        this.agentLabel = Util.fixEmptyAndTrim(agentLabel);
    }

    /** Whether a build that nobody started may deploy there. */
    public boolean isAutomatic() {
        return automatic;
    }

    @DataBoundSetter
    public void setAutomatic(boolean automatic) {
        this.automatic = automatic;
    }

    /** Of {@link ManagedEnvironment}. */
    @Extension
    public static final class DescriptorImpl extends ManagedEnvironmentDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.ManagedEnvironment_displayName();
        }
    }
}
