package hudson.tools;

import hudson.model.Descriptor;

public abstract class ToolDescriptor<T extends ToolInstallation> extends Descriptor<ToolInstallation> {
    protected ToolDescriptor() {}

    public native T[] getInstallations();
}
