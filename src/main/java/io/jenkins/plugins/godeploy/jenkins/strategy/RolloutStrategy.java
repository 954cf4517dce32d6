package io.jenkins.plugins.godeploy.jenkins.strategy;

import hudson.model.Describable;
import io.jenkins.plugins.godeploy.config.Strategy;
import java.io.Serializable;

/** A {@link Strategy} as it is chosen in a form or written in a Pipeline. */
public abstract class RolloutStrategy implements Describable<RolloutStrategy>, Serializable {
    private static final long serialVersionUID = 1L;

    /** @throws io.jenkins.plugins.godeploy.BadInputException if a value of the form cannot be read */
    public abstract Strategy toStrategy();
}
