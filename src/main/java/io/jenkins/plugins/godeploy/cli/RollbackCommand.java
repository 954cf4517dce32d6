package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        description = "Goes back to a release that is on the hosts already; uploads nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class)
final class RollbackCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private FileOption file;

    @Option(
            names = "--to",
            paramLabel = "RELEASE",
            description =
                    "The release: its ID, a unique beginning of it, its version, or #NUMBER of a deployment in the"
                            + " history (default: the last good one before the current one).")
    private String to;

    @Mixin
    private RunOptions run;

    RollbackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Project project = file.project();
        Environment environment = run.environment(project);
        String release = NumberedRelease.resolve(to, run.store(file.folder()), project.service(), environment.name());
        DeployRequest request = DeployRequest.rollback(
                UUID.randomUUID().toString(), project.service(), environment, release, surroundings.user(), null);
        return run.run(request, file.folder(), surroundings);
    }
}
