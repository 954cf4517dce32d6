package io.jenkins.plugins.godeploy.jenkins.manager;

import hudson.model.Describable;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import java.io.Serializable;

/** A {@link ServiceManager} as it is chosen in a form. */
public abstract class ServiceControl implements Describable<ServiceControl>, Serializable {
    private static final long serialVersionUID = 1L;

    /** What it stands for; its values are checked where an environment is made of it. */
    public abstract ServiceManager toServiceManager();
}
