package io.jenkins.plugins.godeploy.real;

import java.io.PrintStream;
import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/** A line a check, and their sum. */
final class Report extends RunListener {
    /** Of a text that is longer, such as a build's log, as much is told of its beginning and its end. */
    private static final int BEGINNING = 150;

    private static final int END = 850;

    private final PrintStream out;
    private Failure failure;
    private Failure assumption;
    private int ok;
    private int failed;

    Report(PrintStream out) {
        this.out = out;
    }

    @Override
    public void testStarted(Description description) {
        failure = null;
        assumption = null;
    }

    @Override
    public void testFailure(Failure happened) {
        failure = happened;
        if (!happened.getDescription().isTest()) {
            // What a whole class needs could not be had, so none of its checks is started.
            tell(happened.getDescription());
        }
    }

    @Override
    public void testAssumptionFailure(Failure happened) {
        assumption = happened;
        if (!happened.getDescription().isTest()) {
            tell(happened.getDescription());
        }
    }

    @Override
    public void testFinished(Description description) {
        tell(description);
    }

    private void tell(Description description) {
        String name = description.getTestClass().getSimpleName()
                + (description.isTest() ? "." + description.getMethodName() : "");
        if (failure != null) {
            failed++;
            out.println("failed " + name + " (" + why(failure) + ")");
        } else if (assumption != null) {
            out.println("left out " + name + " (" + why(assumption) + ")");
        } else {
            ok++;
            out.println("ok " + name);
        }
        out.flush();
    }

    private static String why(Failure failure) {
        String text = failure.getException().toString().replaceAll("\\s+", " ");
        return text.length() <= BEGINNING + END
                ? text
                : text.substring(0, BEGINNING) + " … " + text.substring(text.length() - END);
    }

    /** Whether there was one at least, and none failed. */
    boolean end() {
        out.println(ok + " ok, " + failed + " failed");
        return ok > 0 && failed == 0;
    }
}
