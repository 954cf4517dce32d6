package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.model.Run;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.jenkins.branch.Branches;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.Releases;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The releases that a build made, and the choice among them. */
public final class BuiltReleases {
    private final String build;
    private final List<ArchivedRelease> releases;

    private BuiltReleases(String build, List<ArchivedRelease> releases) {
        this.build = build;
        this.releases = releases;
    }

    /** What {@code goBuild} recorded. */
    public static BuiltReleases of(Run<?, ?> run) {
        return new BuiltReleases("This build", recorded(run));
    }

    /**
     * Those of a build that has ended or runs elsewhere: what {@code goBuild} recorded, else what its archive holds.
     *
     * @throws BadInputException if a {@code release.json} in the archive is none
     */
    public static BuiltReleases ofOther(Run<?, ?> run) throws IOException {
        List<ArchivedRelease> recorded = recorded(run);
        return new BuiltReleases(run.getFullDisplayName(), recorded.isEmpty() ? ReleaseArchive.find(run) : recorded);
    }

    private static List<ArchivedRelease> recorded(Run<?, ?> run) {
        ReleaseAction action = run.getAction(ReleaseAction.class);
        return action == null
                ? List.of()
                : action.releases().stream().map(ArchivedRelease::recorded).toList();
    }

    static void add(Run<?, ?> run, Release release) throws IOException {
        synchronized (run) {
            ReleaseAction action = run.getAction(ReleaseAction.class);
            if (action == null) {
                action = new ReleaseAction();
                run.addAction(action);
            }
            action.add(release, Branches.of(run, release));
        }
        run.save();
    }

    /** The service that all of them belong to; null if there are none or several. */
    public String onlyService() {
        List<String> services = releases.stream()
                .map(each -> each.release().service())
                .distinct()
                .toList();
        return services.size() == 1 ? services.get(0) : null;
    }

    /**
     * The release of a service.
     *
     * @param name an ID, a unique prefix of one, or a version; null for the only one there is
     * @throws BadInputException if there is none, or several fit; it lists them
     */
    public ArchivedRelease choose(String service, String name) {
        List<ArchivedRelease> ofService = releases.stream()
                .filter(each -> each.release().service().equals(service))
                .toList();
        if (ofService.isEmpty()) {
            throw new BadInputException(build + " made no release of " + service + (releases.isEmpty() ? "" : list())
                    + "; run goBuild before goDeploy in the same build, or name another build with the parameter"
                    + " release.");
        }
        if (name != null) {
            String id = Releases.find(
                            ofService.stream()
                                    .map(each -> Releases.Candidate.of(each.release()))
                                    .toList(),
                            name)
                    .id();
            return ofService.stream()
                    .filter(each -> each.release().id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
        if (ofService.size() > 1) {
            throw new BadInputException(build + " made several releases of " + service + list()
                    + "; say which with the parameter release.");
        }
        return ofService.get(0);
    }

    private String list() {
        return releases.stream()
                .map(each -> each.release().service() + " " + each.release().id())
                .collect(Collectors.joining(", ", " (it made ", ")"));
    }
}
