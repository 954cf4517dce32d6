package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.JsonText;
import java.io.PrintWriter;

/** Prints how a deployment ended and which state each host is in. */
final class Outcome {
    /** The number of a record that could not be kept. */
    static final long NOT_RECORDED = 0;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    Outcome(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    void print(HistoryRecord kept) {
        Deployment deployment = kept.deployment();
        if (json) {
            out.println(JsonText.pretty(DeploymentJson.toMap(kept)));
        } else {
            out.println(summary(kept));
            table(deployment).lines().forEach(out::println);
        }
        if (deployment.result() != Result.SUCCEEDED) {
            err.println("go-deploy: " + TerminalText.clean(reason(deployment)));
            deployment.hosts().forEach(this::log);
        }
        out.flush();
        err.flush();
    }

    static long succeeded(Deployment deployment) {
        return deployment.hosts().stream()
                .filter(host -> host.result() == Result.SUCCEEDED)
                .count();
    }

    private static String summary(HistoryRecord kept) {
        Deployment deployment = kept.deployment();
        return (kept.number() == NOT_RECORDED ? "" : "#" + kept.number() + " ")
                + DeploymentJson.word(deployment.kind()) + " of "
                + TerminalText.clean(deployment.service())
                + (deployment.version() == null ? "" : " " + TerminalText.clean(deployment.version()))
                + (deployment.kind() == Deployment.Kind.DEPLOY ? " to " : " in ")
                + TerminalText.clean(deployment.environment()) + ": " + DeploymentJson.word(deployment.result())
                + " on " + succeeded(deployment) + " of " + deployment.hosts().size() + " hosts in "
                + TerminalText.duration(deployment.durationMillis()) + ", "
                + TerminalText.bytes(deployment.bytesSent()) + " sent";
    }

    private static Table table(Deployment deployment) {
        Table table = new Table("HOST", "RESULT", "SERVES", "PROOF", "SENT", "GAP", "MESSAGE");
        for (HostResult host : deployment.hosts()) {
            table.row(
                    TerminalText.clean(host.host()),
                    DeploymentJson.word(host.result()),
                    TerminalText.orDash(host.serves()),
                    DeploymentJson.word(host.proof()),
                    TerminalText.bytes(host.bytesSent()),
                    host.restartGapMillis() < 0 ? "-" : host.restartGapMillis() + " ms",
                    TerminalText.orDash(host.message()));
        }
        return table;
    }

    /** What went wrong, as a whole or on the first host that tells. */
    private static String reason(Deployment deployment) {
        if (deployment.message() != null) {
            return deployment.message();
        }
        return deployment.hosts().stream()
                .filter(host -> host.message() != null)
                .findFirst()
                .map(host -> host.host() + ": " + host.message())
                .orElse("the deployment " + DeploymentJson.word(deployment.result()) + ".");
    }

    private void log(HostResult host) {
        if (!host.log().isEmpty()) {
            err.println("The service's last log lines on " + TerminalText.clean(host.host()) + ":");
            host.log().forEach(line -> err.println("  " + TerminalText.clean(line)));
        }
    }
}
