package hudson.model;

import hudson.security.AccessControlled;
import java.io.IOException;
import java.util.List;
import jenkins.model.ArtifactManager;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements AccessControlled {
    protected Run() {}

    public native JobT getParent();

    public native String getUrl();

    public native List<Cause> getCauses();

    public final native ArtifactManager getArtifactManager();

    public final synchronized native ArtifactManager pickArtifactManager() throws IOException;

    public native int getNumber();

    public native String getFullDisplayName();

    public native boolean isBuilding();

    public synchronized native void save() throws IOException;
}
