package hudson.plugins.git.util;

import hudson.plugins.git.Revision;
import java.io.Serializable;

public class Build implements Serializable {
    private static final long serialVersionUID = 1L;

    private Build() {}

    public native Revision getRevision();

    public native Revision getMarked();

    public native int getBuildNumber();
}
