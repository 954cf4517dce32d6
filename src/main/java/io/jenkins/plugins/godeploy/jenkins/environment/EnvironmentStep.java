package io.jenkins.plugins.godeploy.jenkins.environment;

import hudson.Util;
import io.jenkins.plugins.godeploy.jenkins.form.TextLines;
import io.jenkins.plugins.godeploy.jenkins.health.HealthProbe;
import io.jenkins.plugins.godeploy.jenkins.strategy.RolloutStrategy;
import java.io.Serializable;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that works on an environment: the parameters that say which. */
public abstract class EnvironmentStep extends Step implements EnvironmentParameters, Serializable {
    private static final long serialVersionUID = 1L;

    private String environment;
    private String service;
    private List<String> hosts;
    private String user;
    private String credentialsId;
    private String knownHosts;
    private String path;
    private List<String> units;
    private Integer keep;
    private RolloutStrategy strategy;
    private HealthProbe health;
    private boolean propagate = true;

    @Override
    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Util.fixEmptyAndTrim(environment);
    }

    @Override
    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = Util.fixEmptyAndTrim(service);
    }

    @Override
    public List<String> getHosts() {
        return hosts;
    }

    @DataBoundSetter
    public void setHosts(List<String> hosts) {
        this.hosts = TextLines.fixEmpty(hosts);
    }

    @Override
    public String getUser() {
        return user;
    }

    @DataBoundSetter
    public void setUser(String user) {
        this.user = Util.fixEmptyAndTrim(user);
    }

    @Override
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @Override
    public String getKnownHosts() {
        return knownHosts;
    }

    @DataBoundSetter
    public void setKnownHosts(String knownHosts) {
        this.knownHosts = Util.fixEmptyAndTrim(knownHosts);
    }

    @Override
    public String getPath() {
        return path;
    }

    @DataBoundSetter
    public void setPath(String path) {
        this.path = Util.fixEmptyAndTrim(path);
    }

    @Override
    public List<String> getUnits() {
        return units;
    }

    @DataBoundSetter
    public void setUnits(List<String> units) {
        this.units = TextLines.fixEmpty(units);
    }

    @Override
    public Integer getKeep() {
        return keep;
    }

    @DataBoundSetter
    public void setKeep(Integer keep) {
        this.keep = keep;
    }

    @Override
    public RolloutStrategy getStrategy() {
        return strategy;
    }

    @DataBoundSetter
    public void setStrategy(RolloutStrategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public HealthProbe getHealth() {
        return health;
    }

    @DataBoundSetter
    public void setHealth(HealthProbe health) {
        this.health = health;
    }

    @Override
    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }
}
