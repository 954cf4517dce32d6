package io.jenkins.plugins.godeploy.jenkins.record;

import io.jenkins.plugins.godeploy.deploy.Result;

/** A result as a word, an icon and a colour; the colour alone says nothing. */
public final class ResultView {
    private final Result result;

    ResultView(Result result) {
        this.result = result;
    }

    public boolean isGood() {
        return result == Result.SUCCEEDED;
    }

    public String getWord() {
        return switch (result) {
            case SUCCEEDED -> Messages.Result_succeeded();
            case PARTIAL -> Messages.Result_partial();
            case RETURNED -> Messages.Result_returned();
            case FAILED -> Messages.Result_failed();
            case REFUSED -> Messages.Result_refused();
            case STOPPED -> Messages.Result_stopped();
        };
    }

    public String getIcon() {
        return switch (result) {
            case SUCCEEDED -> "symbol-status-blue";
            case PARTIAL -> "symbol-status-yellow";
            case RETURNED -> "symbol-undo";
            case FAILED -> "symbol-status-red";
            case REFUSED -> "symbol-status-nobuilt";
            case STOPPED -> "symbol-status-aborted";
        };
    }

    /** A class of Jenkins' design library. */
    public String getColor() {
        return switch (result) {
            case SUCCEEDED -> "jenkins-!-success-color";
            case PARTIAL, RETURNED, STOPPED -> "jenkins-!-warning-color";
            case FAILED, REFUSED -> "jenkins-!-error-color";
        };
    }
}
