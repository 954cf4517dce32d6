package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryIndex;
import io.jenkins.plugins.godeploy.history.HistoryQuery;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.JsonText;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import io.jenkins.plugins.godeploy.history.page.HtmlFile;
import io.jenkins.plugins.godeploy.history.page.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "history",
        description = "Lists deployments and rollbacks, newest first.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class)
final class HistoryCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOption file;

    @Mixin
    private HistoryOption history;

    @Option(names = "--service", paramLabel = "NAME", description = "Only those of this service.")
    private String service;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Only those to this environment.")
    private String environment;

    @Option(names = "--host", paramLabel = "NAME", description = "Only those in which this host took part.")
    private String host;

    @Option(
            names = "--release-version",
            paramLabel = "VERSION",
            description = "Only those of this version, or of the release with this ID.")
    private String version;

    @Option(
            names = "--result",
            paramLabel = "RESULT",
            description = "Only those that ended so: succeeded, returned, failed, refused or stopped.")
    private String result;

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write all of it as a page in one file instead: what runs where, since when, and why.")
    private Path html;

    @Mixin
    private FromHostsOption fromHosts;

    @Mixin
    private CommonOptions common;

    HistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (count < 0) {
            throw new BadInputException("-n " + count + " is not a count; it takes 0 or more.");
        }
        if (html != null) {
            requireNoChoice();
        }
        boolean complete = true;
        if (fromHosts.asked()) {
            history.requireWritable(file.folder());
            complete = fromHosts.fill(
                    new HistoryStore(history.path(file.folder()), HistoryStore.RECORDS),
                    file,
                    environment,
                    surroundings,
                    spec.commandLine().getErr());
        }
        Path path = history.path(file.folder());
        HistoryStore store = new HistoryStore(path, HistoryStore.RECORDS);
        if (html == null) {
            list(path, store);
        } else {
            writePage(path);
        }
        for (long line : store.corruptLines()) {
            spec.commandLine()
                    .getErr()
                    .println("go-deploy: " + path + ":" + line + ": this line cannot be read and is left out.");
        }
        return complete ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void list(Path path, HistoryStore store) throws IOException {
        List<HistoryRecord> found =
                store.query(new HistoryQuery(service, environment, host, version, result(), 0, count));
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(
                    JsonText.pretty(found.stream().map(DeploymentJson::toMap).toList()));
        } else if (found.isEmpty()) {
            out.println("No deployment is recorded in " + path + " that fits.");
        } else {
            table(found).lines().forEach(out::println);
        }
    }

    private void requireNoChoice() {
        if (common.json()
                || service != null
                || environment != null && !fromHosts.asked()
                || host != null
                || version != null
                || result != null) {
            throw new BadInputException(
                    "--html writes the whole history; leave out --json and what chooses deployments, the page has a search.");
        }
    }

    private void writePage(Path path) throws IOException {
        HistoryView all = new HistoryView(new HistoryIndex(path), HistoryView.Viewer.ALL);
        String page = new HtmlFile(all, ReleaseStore.beside(path))
                .text(new Span(Instant.now(), Span.USUAL), Locale.getDefault());
        try {
            Files.writeString(html, page);
        } catch (IOException e) {
            throw new BadInputException(
                    html + " cannot be written; name a file in a folder that is there and yours.", e);
        }
        spec.commandLine().getOut().println(html);
    }

    private Result result() {
        if (result == null) {
            return null;
        }
        try {
            return Result.valueOf(result.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "There is no result '" + TerminalText.clean(result)
                            + "'; there are succeeded, returned, failed, refused and stopped.",
                    e);
        }
    }

    private static Table table(List<HistoryRecord> found) {
        Table table = new Table(
                "NUMBER",
                "KIND",
                "SERVICE",
                "ENVIRONMENT",
                "VERSION",
                "RESULT",
                "HOSTS",
                "DURATION",
                "SENT",
                "WHEN",
                "ACTOR");
        for (HistoryRecord kept : found) {
            Deployment deployment = kept.deployment();
            table.row(
                    "#" + kept.number(),
                    DeploymentJson.word(deployment.kind()),
                    TerminalText.orDash(deployment.service()),
                    TerminalText.orDash(deployment.environment()),
                    TerminalText.orDash(deployment.version()),
                    DeploymentJson.word(deployment.result()),
                    Outcome.succeeded(deployment) + "/" + deployment.hosts().size(),
                    TerminalText.duration(deployment.durationMillis()),
                    TerminalText.bytes(deployment.bytesSent()),
                    TerminalText.when(deployment.startedAt()),
                    TerminalText.orDash(deployment.actor()));
        }
        return table;
    }
}
