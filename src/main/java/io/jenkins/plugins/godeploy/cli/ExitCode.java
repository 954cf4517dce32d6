package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.deploy.Result;

/** What the command line ends with; documented in docs/command-line.md. */
final class ExitCode {
    /** It was done. */
    static final int DONE = 0;
    /** It failed; what was printed says which state each host is in. */
    static final int FAILED = 1;
    /** The input was wrong or the hosts refused; nothing has been changed. */
    static final int REFUSED = 2;

    private ExitCode() {}

    static int of(Result result) {
        return switch (result) {
            case SUCCEEDED -> DONE;
            case REFUSED -> REFUSED;
            default -> FAILED;
        };
    }
}
