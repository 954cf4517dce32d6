package io.jenkins.plugins.godeploy.jenkins.manager;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import java.io.Serializable;

/**
 * What starts and stops the service of an environment, as it is chosen in a form: a {@link ServiceManager}. Other plugins
 * extend it, with a {@code Descriptor<ServiceControl>} and, to be written in YAML, a {@code @Symbol}.
 *
 * <p>It is kept in the configuration of Jenkins as its fields are, so these are plain values. It stays on the controller;
 * what it says travels to the agent and is done by the engine's own scripts.
 */
public abstract class ServiceControl implements Describable<ServiceControl>, ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What it stands for, asked anew for each deployment; its values are checked where an environment is made of it.
     *
     * @throws io.jenkins.plugins.godeploy.BadInputException in one sentence for the user, if a value is missing or wrong
     */
    public abstract ServiceManager toServiceManager();
}
