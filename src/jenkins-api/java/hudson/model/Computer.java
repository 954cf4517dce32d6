package hudson.model;

public abstract class Computer extends Actionable {
    protected Computer() {}

    public native Node getNode();

    public native String getDisplayName();
}
