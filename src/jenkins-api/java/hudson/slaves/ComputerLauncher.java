package hudson.slaves;

import hudson.ExtensionPoint;

public abstract class ComputerLauncher implements ExtensionPoint {
    protected ComputerLauncher() {}
}
