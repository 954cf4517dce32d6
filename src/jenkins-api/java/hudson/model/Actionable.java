package hudson.model;

public abstract class Actionable {
    public Actionable() {}

    public native <T extends Action> T getAction(Class<T> type);

    public native void addAction(Action action);
}
