package hudson.model;

import hudson.slaves.ComputerLauncher;

public abstract class Slave extends Node {
    protected Slave() {}

    public native ComputerLauncher getLauncher();
}
