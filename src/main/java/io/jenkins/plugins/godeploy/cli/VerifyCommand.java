package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.Drift;
import io.jenkins.plugins.godeploy.deploy.Verifier;
import io.jenkins.plugins.godeploy.history.DriftJson;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.history.JsonText;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description =
                "Compares what the hosts serve with what was deployed; changes nothing, and is silent where all is"
                        + " well.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class)
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOption file;

    @Mixin
    private TargetOptions target;

    @Mixin
    private HistoryOption history;

    @Mixin
    private CommonOptions common;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Project project = file.project();
        Environment environment = target.environment(project);
        Path folder = file.folder();
        HistoryStore store = new HistoryStore(history.path(folder), HistoryStore.RECORDS);
        String expected = store.lastSucceeded(project.service(), environment.name())
                .map(kept -> kept.deployment().release())
                .orElse(null);
        List<Drift> drifts;
        try (SshCredential key = target.credential(environment, folder, surroundings)) {
            drifts = new Verifier(target.connector(environment, key, folder, surroundings))
                    .verify(environment, expected, store.journalHeads(project.service(), environment.name()));
        }
        print(drifts, spec.commandLine().getOut());
        return drifts.stream().allMatch(Drift::isClean) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(List<Drift> drifts, PrintWriter out) {
        if (common.json()) {
            out.println(JsonText.pretty(drifts.stream().map(DriftJson::toMap).toList()));
            return;
        }
        for (Drift drift : drifts) {
            drift.findings().forEach(finding -> out.println(TerminalText.clean(finding)));
        }
    }
}
