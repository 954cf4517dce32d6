package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.process.LocalProcessRunner;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a deployment or rollback, records it and prints how it ended. */
final class RunOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private TargetOptions target;

    @Mixin
    private HistoryOption history;

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "How long Ctrl-C waits until all hosts are in a known state (default: ${DEFAULT-VALUE}).")
    private Duration grace;

    @Mixin
    private CommonOptions common;

    Environment environment(Project project) {
        return target.environment(project);
    }

    HistoryStore store(Path folder) {
        return new HistoryStore(history.path(folder), HistoryStore.RECORDS);
    }

    /** @return the exit code */
    int run(DeployRequest request, Path folder, Surroundings surroundings) throws IOException, InterruptedException {
        history.requireWritable(folder);
        PrintWriter err = spec.commandLine().getErr();
        Environment environment = request.environment();
        try (SshCredential key = target.credential(environment, folder, surroundings)) {
            Connector connector = target.connector(environment, key, folder, surroundings);
            Deployer deployer = new Deployer(
                    connector, Progress.on(err, surroundings, environment.hosts()), new LocalProcessRunner(folder));
            try (StopOnSignal signal = new StopOnSignal(deployer::stop, grace, err)) {
                Deployment deployment = deployer.run(request);
                Outcome outcome = new Outcome(spec.commandLine().getOut(), err, common.json());
                outcome.print(kept(request, deployment, folder, err));
                return ExitCode.of(deployment.result());
            }
        }
    }

    private HistoryRecord kept(DeployRequest request, Deployment deployment, Path folder, PrintWriter err) {
        try {
            if (request.release() != null) {
                ReleaseStore.beside(history.path(folder)).keep(request.release());
            }
            return store(folder).append(deployment);
        } catch (IOException e) {
            err.println("go-deploy: this deployment could not be recorded in " + history.path(folder) + ": "
                    + TerminalText.clean(String.valueOf(e.getMessage())));
            return new HistoryRecord(Outcome.NOT_RECORDED, deployment);
        }
    }
}
