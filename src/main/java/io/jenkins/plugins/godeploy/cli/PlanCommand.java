package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import io.jenkins.plugins.godeploy.deploy.Plan;
import io.jenkins.plugins.godeploy.history.JsonText;
import io.jenkins.plugins.godeploy.history.PlanJson;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.process.LocalProcessRunner;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.PrintWriter;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = "Looks at the hosts and tells what deploy would do; changes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class)
final class PlanCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOption file;

    @Mixin
    private TargetOptions target;

    @Mixin
    private ReleaseOption release;

    @Mixin
    private CommonOptions common;

    PlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Project project = file.project();
        Environment environment = target.environment(project);
        Release loaded = release.load(file.folder(), environment);
        Plan plan;
        try (SshCredential key = target.credential(environment, file.folder(), surroundings)) {
            Connector connector = target.connector(environment, key, file.folder(), surroundings);
            Progress progress = Progress.on(spec.commandLine().getErr(), surroundings, environment.hosts());
            plan = new Deployer(connector, progress, new LocalProcessRunner(file.folder()))
                    .plan(DeployRequest.deploy(
                            UUID.randomUUID().toString(),
                            project.service(),
                            environment,
                            loaded,
                            release.dist(file.folder()),
                            surroundings.user(),
                            null));
        }
        print(plan, environment.name(), spec.commandLine().getOut());
        return plan.hosts().stream().allMatch(host -> host.refusal() == null) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void print(Plan plan, String environment, PrintWriter out) {
        if (common.json()) {
            out.println(JsonText.pretty(PlanJson.toMap(plan)));
            return;
        }
        out.println(TerminalText.orDash(plan.release()) + " to " + environment + " by " + plan.strategy() + ": "
                + plan.batches().stream().map(batch -> String.join(" ", batch)).collect(Collectors.joining(", then "))
                + (plan.bake() == null ? "" : "; the first are watched for " + plan.bake()));
        Table table = new Table("HOST", "PLATFORM", "SERVES", "SENDS", "GUARDED", "REFUSES");
        for (Plan.HostPlan host : plan.hosts()) {
            table.row(
                    host.host(),
                    TerminalText.orDash(host.platform()),
                    TerminalText.orDash(host.before()),
                    host.present() ? "nothing" : "at most " + TerminalText.bytes(host.bytes()),
                    host.rebootSafe() ? "yes" : host.confirmed() ? "until a reboot" : "no",
                    TerminalText.orDash(host.refusal()));
        }
        table.lines().forEach(out::println);
    }
}
