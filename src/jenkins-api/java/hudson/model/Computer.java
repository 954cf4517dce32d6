package hudson.model;

import hudson.remoting.VirtualChannel;
import hudson.security.AccessControlled;

public abstract class Computer extends Actionable implements AccessControlled {
    protected Computer() {}

    public abstract VirtualChannel getChannel();

    public native Node getNode();

    public native String getDisplayName();
}
