package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is in one release and was not in another.
 *
 * @param commits newest first
 * @param complete whether these are all commits; else there may be more, since a release tells of its newest ones only
 * @param modules that are built into the program in another version, sorted by path
 */
public record Changes(List<Commit> commits, boolean complete, List<Module> modules) implements Serializable {
    /**
     * A module whose version changed.
     *
     * @param before null if it was not built in
     * @param after null if it is not built in any more
     */
    public record Module(String path, String before, String after) implements Serializable {}

    /** From one release to another of the same service. */
    public static Changes between(Release before, Release after) {
        Set<String> known = new HashSet<>();
        before.source().commits().forEach(commit -> known.add(commit.hash()));
        List<Commit> commits = after.source().commits().stream()
                .filter(commit -> !known.contains(commit.hash()))
                .toList();
        // All that led to a commit in the list is among the newest that led to it, or further down in the list.
        boolean complete = before.source().commit() != null
                && after.source().commits().stream()
                        .anyMatch(commit -> commit.hash().equals(before.source().commit()));
        return new Changes(commits, complete || commits.isEmpty() && !known.isEmpty(), modules(before, after));
    }

    private static List<Module> modules(Release before, Release after) {
        Set<String> paths = new TreeSet<>(before.modules().keySet());
        paths.addAll(after.modules().keySet());
        List<Module> changed = new ArrayList<>();
        for (String path : paths) {
            Module module =
                    new Module(path, before.modules().get(path), after.modules().get(path));
            if (!Objects.equals(module.before(), module.after())) {
                changed.add(module);
            }
        }
        return changed;
    }

    /** How many people wrote the commits. */
    public long people() {
        return commits.stream().map(Commit::author).distinct().count();
    }
}
