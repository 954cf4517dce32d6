package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.Run;
import io.jenkins.plugins.godeploy.jenkins.build.ArchivedRelease;
import io.jenkins.plugins.godeploy.jenkins.build.BuiltReleases;
import java.io.IOException;

/** A release in the archive of a build. */
final class ReleaseOfBuild implements ReleaseSource {
    private final Run<?, ?> run;
    private final BuiltReleases releases;
    private final String name;

    private ReleaseOfBuild(Run<?, ?> run, BuiltReleases releases, String name) {
        this.run = run;
        this.releases = releases;
        this.name = name;
    }

    static ReleaseOfBuild ofThis(Run<?, ?> run, String name) {
        return new ReleaseOfBuild(run, BuiltReleases.of(run), name);
    }

    static ReleaseOfBuild ofOther(Run<?, ?> run, String name) throws IOException {
        return new ReleaseOfBuild(run, BuiltReleases.ofOther(run), name);
    }

    @Override
    public String onlyService() {
        return releases.onlyService();
    }

    @Override
    public ChosenRelease choose(String service) {
        ArchivedRelease chosen = releases.choose(service, name);
        return new ChosenRelease(chosen.release(), run, chosen.branch(), chosen.folder(), null);
    }
}
