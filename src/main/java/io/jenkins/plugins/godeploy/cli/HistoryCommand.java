package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryQuery;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what was deployed, the newest first. */
@Command(name = "history", description = "List deployments, the newest first.")
final class HistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Mixin
    private ProjectOptions options;

    @Option(names = "--service", paramLabel = "NAME", description = "Only of this service.")
    private String service;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Only in this environment.")
    private String environment;

    @Option(names = "--host", paramLabel = "NAME", description = "Only those that this host took part in.")
    private String host;

    @Option(names = "--release-version", paramLabel = "VERSION", description = "Only of this version or release ID.")
    private String version;

    @Option(names = "--result", paramLabel = "RESULT", description = "Only those that ended so, such as returned.")
    private String result;

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--json", description = "Print an array of deployments as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (count < 0) {
            throw new BadInputException("-n " + count + " is not a count; it takes 0 or more.");
        }
        HistoryStore store = options.history();
        List<HistoryRecord> records =
                store.query(new HistoryQuery(service, environment, host, version, word(result), 0, count));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(records.stream().map(DeploymentJson::toMap).toList()));
        } else if (records.isEmpty()) {
            out.println("There is no such deployment yet.");
        } else {
            records.forEach(kept -> out.println(line(kept)));
        }
        out.flush();
        List<Long> corrupt = store.corruptLines();
        if (!corrupt.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("go-deploy: the history has lines that cannot be read and are left out: " + corrupt);
        }
        return Main.DONE;
    }

    private static String line(HistoryRecord kept) {
        Deployment deployment = kept.deployment();
        List<HostResult> hosts = deployment.hosts();
        long succeeded =
                hosts.stream().filter(each -> each.result() == Result.SUCCEEDED).count();
        return String.format(
                "#%-4d %-12s %-14s %-20s %-9s %d/%d hosts %8s %9s sent  %s  %s",
                kept.number(),
                deployment.environment(),
                deployment.service(),
                (deployment.version() == null ? "-" : deployment.version())
                        + (deployment.kind() == Deployment.Kind.ROLLBACK ? " (rollback)" : ""),
                DeploymentJson.word(deployment.result()),
                succeeded,
                hosts.size(),
                Size.seconds(deployment.durationMillis()),
                Size.of(deployment.bytesSent()),
                WHEN.format(deployment.startedAt()),
                deployment.actor() == null ? "" : Printable.line(deployment.actor()));
    }

    private static Result word(String text) {
        return text == null
                ? null
                : Arrays.stream(Result.values())
                        .filter(value -> DeploymentJson.word(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new BadInputException("'" + Printable.line(text)
                                + "' is not a result; there are "
                                + Arrays.stream(Result.values())
                                        .map(DeploymentJson::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
