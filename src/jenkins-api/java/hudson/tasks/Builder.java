package hudson.tasks;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;

public abstract class Builder implements BuildStep, Describable<Builder>, ExtensionPoint {
    protected Builder() {}

    @Override
    public native Descriptor<Builder> getDescriptor();
}
