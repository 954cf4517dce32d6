package io.jenkins.plugins.godeploy.process;

import java.io.IOException;

/** There is no such program where {@link ProcessRunner} starts them. */
public final class ProgramNotFoundException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String program;

    public ProgramNotFoundException(String program, Throwable cause) {
        super("There is no program '" + program + "' on the PATH.", cause);
        this.program = program;
    }

    public String program() {
        return program;
    }
}
