package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.model.InvisibleAction;
import io.jenkins.plugins.godeploy.release.Release;
import java.util.ArrayList;
import java.util.List;

/** The releases that a build made. */
final class ReleaseAction extends InvisibleAction {
    private final List<BuiltRelease> releases = new ArrayList<>();

    synchronized void add(Release release) {
        if (!releases().contains(release)) {
            releases.add(BuiltRelease.of(release));
        }
    }

    synchronized List<Release> releases() {
        return releases.stream().map(BuiltRelease::toRelease).toList();
    }
}
