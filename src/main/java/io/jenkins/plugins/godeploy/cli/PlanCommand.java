package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import io.jenkins.plugins.godeploy.deploy.Plan;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a deployment would do. */
@Command(name = "plan", description = "Look at all hosts and say what a deployment would do; nothing is changed.")
final class PlanCommand implements Callable<Integer> {
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
        Keys keys = new Keys(options.project());
        try (SshCredential credential = keys.credential(environment);
                ProgressView view = ProgressView.of(options.json())) {
            Plan plan = new Deployer(keys.connector(environment, credential), view)
                    .plan(DeployRequest.deploy(
                            DeploymentIds.next(),
                            project.service(),
                            environment,
                            release,
                            options.dist(dist),
                            null,
                            null));
            view.close();
            print(plan, release);
            return plan.hosts().stream().anyMatch(host -> host.refusal() != null) ? Main.REFUSED : Main.DONE;
        }
    }

    private void print(Plan plan, Release release) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(Json.pretty(PlanJson.toMap(plan)));
        } else {
            out.println(release.service() + " " + release.version() + ", release " + plan.release() + ", "
                    + plan.strategy() + " in " + plan.batches().size() + " batches: " + plan.batches());
            for (Plan.HostPlan host : plan.hosts()) {
                out.println("  " + host.host() + "  " + Printable.line(text(host, plan.release())));
            }
        }
        out.flush();
    }

    private static String text(Plan.HostPlan host, String release) {
        if (host.refusal() != null) {
            return "would refuse: " + host.refusal();
        }
        return (host.before() == null ? "nothing" : host.before()) + " -> " + release + ", " + host.platform() + ", "
                + (host.present() ? "nothing to send" : "sends about " + Size.of(host.bytes()))
                + (host.confirmed() ? "" : ", switch unconfirmed");
    }
}
