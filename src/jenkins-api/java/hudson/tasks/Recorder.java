package hudson.tasks;

public abstract class Recorder implements BuildStep {
    protected Recorder() {}
}
