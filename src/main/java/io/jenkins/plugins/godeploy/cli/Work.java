package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.deploy.DeployRequest;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.PrintWriter;

/** Carries a deployment or rollback out, records it and prints how it ended. */
final class Work {
    private final EnvironmentOptions options;
    private final Environment environment;
    private final PrintWriter out;

    Work(EnvironmentOptions options, Environment environment, PrintWriter out) {
        this.options = options;
        this.environment = environment;
        this.out = out;
    }

    /** Who runs the command line. */
    static String actor() {
        return System.getProperty("user.name");
    }

    /** @return the exit code */
    int run(DeployRequest request) throws Exception {
        Keys keys = new Keys(options.project());
        Deployment deployment;
        try (SshCredential credential = keys.credential(environment);
                ProgressView view = ProgressView.of(options.json())) {
            Deployer deployer = new Deployer(keys.connector(environment, credential), view);
            try (OnInterrupt interrupt = new OnInterrupt(deployer::stop)) {
                deployment = deployer.run(request);
            }
        }
        HistoryRecord kept = options.project().history().append(deployment);
        if (options.json()) {
            out.println(Json.pretty(DeploymentJson.toMap(kept)));
        } else {
            DeploymentText.print(out, kept);
        }
        out.flush();
        return switch (deployment.result()) {
            case SUCCEEDED -> Main.DONE;
            case REFUSED -> Main.REFUSED;
            default -> Main.FAILED;
        };
    }
}
