package jenkins.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;

public class Jenkins implements AccessControlled {
    public static final Permission ADMINISTER = null;

    protected Jenkins() {}

    public static native Jenkins get();

    public native File getRootDir();

    public native String getRootUrl();
}
