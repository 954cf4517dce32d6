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
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "build",
        description = "Compiles the service for all its targets and leaves the release in dist/.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class)
final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOption file;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Where the sources are (default: the folder of godeploy.yaml).")
    private Path workspace;

    @Option(
            names = "--release-version",
            paramLabel = "VERSION",
            description = "The release's version (default: build.version of godeploy.yaml, else from git describe).")
    private String version;

    @Override
    public Integer call() throws Exception {
        Project project = file.project();
        GoBuild build = version == null ? project.build() : project.build().withVersion(version);
        Path sources = workspace == null ? file.folder() : workspace;
        Release release = GoBuilder.build(
                build,
                sources,
                new LocalProcessRunner(sources),
                new WriterStream(spec.commandLine().getErr()));
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.print(new String(ReleaseJson.bytes(release), StandardCharsets.UTF_8));
            out.flush();
        } else {
            out.println(release.service() + " " + release.id() + " in " + sources.resolve("dist"));
            Table table = new Table("TARGET", "ARTIFACT", "SIZE");
            for (Artifact artifact : release.artifacts()) {
                table.row(artifact.target().toString(), artifact.name(), TerminalText.bytes(artifact.size()));
            }
            table.lines().forEach(out::println);
        }
        return ExitCode.DONE;
    }
}
