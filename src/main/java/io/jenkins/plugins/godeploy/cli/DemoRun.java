package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.cli.demo.DemoShop;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.HistoryQuery;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The demo's deployments, by the same commands that people use, and what each host has to serve after each. */
final class DemoRun {
    private static final HistoryQuery LAST = new HistoryQuery(null, null, null, null, null, 0, 1);

    private final Path yaml;
    private final Path sources;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;
    private final BooleanSupplier stopped;
    private final Map<String, String> ids = new HashMap<>();

    DemoRun(
            Path folder,
            Path yaml,
            Surroundings surroundings,
            PrintWriter out,
            PrintWriter err,
            BooleanSupplier stopped) {
        this.yaml = yaml;
        this.sources = folder.resolve("shop");
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
        this.stopped = stopped;
    }

    /** Whether each host ended each time as it should. */
    boolean run(DemoShop shop) throws IOException, InterruptedException {
        WriterStream log = new WriterStream(err);
        say("1.0.0, the first deployment");
        boolean ok = deploy("1.0.0", Result.SUCCEEDED, "1.0.0");
        if (ok) {
            say("1.1.0, one host after the other");
            shop.apply("features/by-name.patch", log);
            ok = deploy("1.1.0", Result.SUCCEEDED, "1.1.0");
        }
        if (ok) {
            say("1.2.0, which comes up and then fails its health check: taken back");
            shop.apply("faults/unhealthy.patch", log);
            ok = deploy("1.2.0", Result.RETURNED, "1.1.0");
        }
        if (ok) {
            say("Back from 1.1.0 to 1.0.0, with nothing sent");
            execute("rollback");
            ok = ended(Result.SUCCEEDED, "1.0.0");
        }
        say("History");
        execute("history");
        return ok;
    }

    private boolean deploy(String version, Result result, String serves) throws IOException {
        if (stopped.getAsBoolean()
                || execute("build", "--workspace", sources.toString(), "--release-version", version) != ExitCode.DONE) {
            return false;
        }
        Path dist = sources.resolve("dist");
        ids.put(version, ReleaseFolder.load(dist).id());
        if (stopped.getAsBoolean()) {
            return false;
        }
        execute("deploy", "--release", dist.toString());
        return ended(result, serves);
    }

    private boolean ended(Result result, String serves) throws IOException {
        Path history = yaml.resolveSibling(".godeploy/history.jsonl");
        List<HistoryRecord> last = new HistoryStore(history, HistoryStore.RECORDS).query(LAST);
        if (last.isEmpty() || stopped.getAsBoolean()) {
            return false;
        }
        Deployment deployment = last.get(0).deployment();
        boolean ok = deployment.result() == result
                && deployment.hosts().stream().allMatch(host -> ids.get(serves).equals(host.serves()));
        if (!ok) {
            err.println("go-deploy: the demo expected that every host serves " + serves + " now.");
        }
        return ok;
    }

    private int execute(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "-f", yaml.toString()));
        all.addAll(Arrays.asList(arguments));
        return Main.commandLine(surroundings).setOut(out).setErr(err).execute(all.toArray(String[]::new));
    }

    private void say(String what) {
        out.println();
        out.println("== " + what);
        out.flush();
    }
}
