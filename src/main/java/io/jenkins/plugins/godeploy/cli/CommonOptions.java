package io.jenkins.plugins.godeploy.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(names = "--json", description = "Print the outcome as JSON, alone on standard output.")
    private boolean json;

    @Option(names = "--verbose", description = "Print the stack trace of an error, too.")
    private boolean verbose;

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }
}
