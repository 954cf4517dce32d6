package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import java.io.PrintWriter;

/** How a deployment ended, for people: what happened, and what each host serves now. */
final class DeploymentText {
    private DeploymentText() {}

    static void print(PrintWriter out, HistoryRecord kept) {
        Deployment deployment = kept.deployment();
        out.println("#" + kept.number() + " " + deployment.service() + " "
                + (deployment.version() == null ? "" : deployment.version() + " ") + "in " + deployment.environment()
                + ": " + DeploymentJson.word(deployment.result()) + " in " + Size.seconds(deployment.durationMillis())
                + ", " + Size.of(deployment.bytesSent()) + " sent");
        if (deployment.message() != null) {
            out.println(Printable.line(deployment.message()));
        }
        int width = deployment.hosts().stream()
                .mapToInt(host -> host.host().length())
                .max()
                .orElse(0);
        for (HostResult host : deployment.hosts()) {
            out.println("  " + pad(host.host(), width) + "  " + pad(DeploymentJson.word(host.result()), 9) + "  "
                    + serves(host));
        }
        deployment.hosts().stream().filter(host -> !host.log().isEmpty()).forEach(host -> {
            out.println("Last lines of the service's log on " + host.host() + ":");
            host.log().forEach(line -> out.println("  " + Printable.line(line)));
        });
    }

    private static String serves(HostResult host) {
        StringBuilder text = new StringBuilder("serves ");
        text.append(host.serves() == null ? "nothing that is known" : host.serves());
        if (host.serves() != null && !DeploymentJson.word(host.proof()).equals("none")) {
            text.append(", proof ").append(DeploymentJson.word(host.proof()));
        }
        if (host.restartGapMillis() >= 0) {
            text.append(", restart gap ").append(host.restartGapMillis()).append(" ms");
        }
        return text.toString();
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
