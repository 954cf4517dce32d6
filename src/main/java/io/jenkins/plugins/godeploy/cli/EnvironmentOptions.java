package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which environment of which project, and how the answer is written. */
final class EnvironmentOptions {
    @Mixin
    private ProjectOptions project;

    @Option(
            names = {"-e", "--environment"},
            required = true,
            paramLabel = "NAME",
            description = "The environment, as the project's file names it.")
    private String environment;

    @Option(
            names = "--json",
            description = "Print the result as JSON on standard output; progress goes to standard error.")
    private boolean json;

    ProjectOptions project() {
        return project;
    }

    boolean json() {
        return json;
    }

    Environment environment(Project read) {
        return read.environment(environment);
    }

    /** A folder with {@code release.json}, relative to the working directory; by default the project's {@code dist}. */
    Path dist(Path given) {
        return given == null ? project.folder().resolve("dist") : given;
    }

    Release release(Path given) throws IOException {
        return ReleaseFolder.load(dist(given));
    }
}
