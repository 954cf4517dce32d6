package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Releases;
import io.jenkins.plugins.godeploy.release.Releases.Candidate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which release a rollback goes to. It is on every host already, or the rollback is refused. */
final class RollbackTarget {
    private RollbackTarget() {}

    /**
     * @param to an ID, a unique prefix of one, or a version; null for the last good release before the current one
     * @throws BadInputException if there is none, or hosts do not agree
     */
    static Wanted find(List<HostRun> runs, String to) {
        return Wanted.installed(to == null ? previous(runs) : named(runs, to));
    }

    private static String previous(List<HostRun> runs) {
        Map<String, String> byHost = new LinkedHashMap<>();
        // What failed on one host is no release for the others to go back to
        Set<String> bad =
                runs.stream().flatMap(run -> run.facts().bad().stream()).collect(Collectors.toSet());
        for (HostRun run : runs) {
            Optional<String> previous = run.facts().previousGood(run.facts().current(), bad);
            byHost.put(
                    run.host().name(),
                    previous.orElseThrow(() -> new BadInputException(run.host()
                            + ": there is no good release before the current one to go back to; it has "
                            + list(run) + ".")));
        }
        Set<String> distinct = new LinkedHashSet<>(byHost.values());
        if (distinct.size() > 1) {
            throw new BadInputException("The hosts had different releases before ("
                    + byHost.entrySet().stream()
                            .map(e -> e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining(", "))
                    + "); name the one to go back to.");
        }
        return distinct.iterator().next();
    }

    private static String named(List<HostRun> runs, String to) {
        List<Candidate> candidates = runs.stream()
                .flatMap(run -> run.facts().installed().stream())
                .distinct()
                .map(id -> new Candidate(id, Wanted.version(id)))
                .toList();
        String id = Releases.find(candidates, to).id();
        for (HostRun run : runs) {
            if (!run.facts().installed().contains(id)) {
                throw new BadInputException(
                        run.host() + ": release " + id + " is not there any more; it has " + list(run) + ".");
            }
        }
        return id;
    }

    private static String list(HostRun run) {
        List<String> installed = run.facts().installed();
        return installed.isEmpty() ? "none" : String.join(", ", installed);
    }
}
