package io.jenkins.plugins.godeploy.jenkins.record;

import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import io.jenkins.plugins.godeploy.history.page.BuildLinks;

/** Where the user of this request finds the builds of the history. For one request alone. */
public final class VisibleBuilds implements BuildLinks {
    private final HistoryView.Viewer user = new CurrentUser();

    @Override
    public RecordedBuild named(RecordedBuild build) {
        return user.named(build);
    }

    @Override
    public String url(RecordedBuild build) {
        return BuildLink.url(build);
    }
}
