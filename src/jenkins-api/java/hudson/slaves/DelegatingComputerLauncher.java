package hudson.slaves;

public abstract class DelegatingComputerLauncher extends ComputerLauncher {
    protected DelegatingComputerLauncher() {}

    public native ComputerLauncher getLauncher();
}
