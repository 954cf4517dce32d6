package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Journals;
import io.jenkins.plugins.godeploy.deploy.Journals.HostJournal;
import io.jenkins.plugins.godeploy.history.HistoryQuery;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.history.JournalHistory;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills the history with what the hosts themselves wrote down. */
final class FromHostsOption {
    @Option(
            names = "--from-hosts",
            description = "First read the journals of the environment's hosts, and record the deployments in them that"
                    + " this history does not have.")
    private boolean fromHosts;

    @Mixin
    private IdentityOption identity;

    boolean asked() {
        return fromHosts;
    }

    /**
     * What is wrong with a journal, or a host that cannot be read, is told and does not stop the others.
     *
     * @return whether nothing was wrong
     */
    boolean fill(HistoryStore store, FileOption file, String name, Surroundings surroundings, PrintWriter err)
            throws IOException, InterruptedException {
        Project project = file.project();
        Environment environment = TargetOptions.environment(project, name);
        Path folder = file.folder();
        List<HostJournal> journals;
        try (SshCredential key = identity.credential(environment, folder, surroundings)) {
            journals = new Journals(TargetOptions.connector(environment, key, folder, surroundings)).read(environment);
        }
        Map<String, String> heads = store.journalHeads(project.service(), environment.name());
        List<String> problems = new ArrayList<>();
        for (HostJournal each : journals) {
            problems.addAll(
                    each.journal() == null
                            ? List.of(each.problem())
                            : each.findings(heads.get(each.host().name())));
        }
        problems.forEach(problem -> err.println("go-deploy: " + TerminalText.clean(problem)));
        Set<String> known = store
                .query(new HistoryQuery(project.service(), environment.name(), null, null, null, 0, Integer.MAX_VALUE))
                .stream()
                .map(kept -> kept.deployment().id())
                .collect(Collectors.toSet());
        for (Deployment deployment : JournalHistory.rebuild(project.service(), environment.name(), journals)) {
            if (!known.contains(deployment.id())) {
                store.append(deployment);
            }
        }
        return problems.isEmpty();
    }
}
