package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.build.GoBuild;
import io.jenkins.plugins.godeploy.build.GoBuilder;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.process.LocalProcessRunner;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseJson;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compiles the project's program for its targets. */
@Command(name = "build", description = "Compile for all targets and write archives and checksums to dist/.")
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions options;

    @Option(
            names = "--release-version",
            paramLabel = "VERSION",
            description = "The release's version. Default: from git describe.")
    private String version;

    @Option(names = "--json", description = "Print release.json on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Project project = options.read();
        GoBuild build = version == null ? project.build() : project.build().withVersion(version);
        Release release =
                GoBuilder.build(build, options.folder(), new LocalProcessRunner(options.folder()), System.err);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new String(ReleaseJson.bytes(release), StandardCharsets.UTF_8));
        } else {
            out.println(release.service() + " " + release.version() + ", release " + release.id());
            for (Artifact artifact : release.artifacts()) {
                out.printf("  %-16s %10s  dist/%s%n", artifact.target(), Size.of(artifact.size()), artifact.name());
            }
        }
        out.flush();
        return Main.DONE;
    }
}
