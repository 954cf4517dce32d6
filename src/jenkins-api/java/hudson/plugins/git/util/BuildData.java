package hudson.plugins.git.util;

import hudson.model.Action;
import java.io.Serializable;

public class BuildData implements Action, Serializable {
    private static final long serialVersionUID = 1L;

    public Build lastBuild;

    public BuildData() {}

    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();
}
