package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.release.Release;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deploys a release to all hosts of an environment. */
@Command(
        name = "deploy",
        description = "Send a release to all hosts, switch to it, prove it; a release that fails is taken back.")
final class DeployCommand implements Callable<Integer> {
    @Mixin
    private EnvironmentOptions options;

    @Option(names = "--release", paramLabel = "DIR", description = "Folder that build made. Default: dist.")
    private Path dist;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Project project = options.project().read();
        Environment environment = options.environment(project);
        Release release = options.release(dist);
        return new Work(options, environment, spec.commandLine().getOut())
                .run(DeployRequest.deploy(
                        DeploymentIds.next(),
                        project.service(),
                        environment,
                        release,
                        options.dist(dist),
                        Work.actor(),
                        null));
    }
}
