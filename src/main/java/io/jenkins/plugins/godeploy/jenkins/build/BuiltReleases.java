package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.model.Run;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.Releases;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The releases that a build made, and the choice among them. */
public final class BuiltReleases {
    private final List<Release> releases;

    private BuiltReleases(List<Release> releases) {
        this.releases = releases;
    }

    public static BuiltReleases of(Run<?, ?> run) {
        ReleaseAction action = run.getAction(ReleaseAction.class);
        return new BuiltReleases(action == null ? List.of() : action.releases());
    }

    static void add(Run<?, ?> run, Release release) throws IOException {
        synchronized (run) {
            ReleaseAction action = run.getAction(ReleaseAction.class);
            if (action == null) {
                action = new ReleaseAction();
                run.addAction(action);
            }
            action.add(release);
        }
        run.save();
    }

    /** The service that all of them belong to; null if there are none or several. */
    public String onlyService() {
        List<String> services =
                releases.stream().map(Release::service).distinct().toList();
        return services.size() == 1 ? services.get(0) : null;
    }

    /**
     * The release of a service.
     *
     * @param name an ID, a unique prefix of one, or a version; null for the only one there is
     * @throws BadInputException if there is none, or several fit; it lists them
     */
    public Release choose(String service, String name) {
        List<Release> ofService =
                releases.stream().filter(each -> each.service().equals(service)).toList();
        if (ofService.isEmpty()) {
            throw new BadInputException("This build made no release of " + service + (releases.isEmpty() ? "" : list())
                    + "; run goBuild before goDeploy in the same build.");
        }
        if (name != null) {
            String id = Releases.find(
                            ofService.stream().map(Releases.Candidate::of).toList(), name)
                    .id();
            return ofService.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
        if (ofService.size() > 1) {
            throw new BadInputException("This build made several releases of " + service + list()
                    + "; say which with the parameter release.");
        }
        return ofService.get(0);
    }

    private String list() {
        return releases.stream()
                .map(each -> each.service() + " " + each.id())
                .collect(Collectors.joining(", ", " (it made ", ")"));
    }
}
