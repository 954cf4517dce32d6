package hudson.tools;

import hudson.DescriptorExtensionList;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Node;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;

public abstract class ToolInstallation implements Describable<ToolInstallation>, Serializable, ExtensionPoint {
    private static final long serialVersionUID = 1L;

    protected ToolInstallation() {}

    public native String getName();

    public native void buildEnvVars(EnvVars env);

    public native ToolInstallation translate(Node node, EnvVars environment, TaskListener listener)
            throws IOException, InterruptedException;

    public static native DescriptorExtensionList<ToolInstallation, ToolDescriptor<?>> all();
}
