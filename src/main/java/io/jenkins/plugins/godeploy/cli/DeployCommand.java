package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.release.Release;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "deploy",
        description = "Ships a release to the hosts of an environment, and takes it back where it fails.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class)
final class DeployCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private FileOption file;

    @Mixin
    private ReleaseOption release;

    @Mixin
    private RunOptions run;

    DeployCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Project project = file.project();
        Environment environment = run.environment(project);
        Release loaded = release.load(file.folder(), environment);
        DeployRequest request = DeployRequest.deploy(
                UUID.randomUUID().toString(),
                project.service(),
                environment,
                loaded,
                release.dist(file.folder()),
                surroundings.user(),
                null);
        return run.run(request, file.folder(), surroundings);
    }
}
