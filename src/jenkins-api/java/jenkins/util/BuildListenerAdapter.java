package jenkins.util;

import hudson.model.BuildListener;
import hudson.model.TaskListener;

public final class BuildListenerAdapter implements BuildListener {
    private BuildListenerAdapter() {}

    public static native BuildListener wrap(TaskListener listener);

    @Override
    public native java.io.PrintStream getLogger();
}
