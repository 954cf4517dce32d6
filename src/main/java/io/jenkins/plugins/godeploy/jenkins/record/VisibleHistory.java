package io.jenkins.plugins.godeploy.jenkins.record;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.godeploy.history.HistoryIndex;
import io.jenkins.plugins.godeploy.history.HistoryView;

/**
 * The history of this Jenkins, as far as the user who asks may see it. Pages, the HTTP API and metrics read it here and
 * nowhere else.
 */
@Extension
public final class VisibleHistory {
    private final HistoryIndex index = new HistoryIndex(Recorder.file());

    /** For the current user and this request. */
    public static HistoryView get() {
        return new HistoryView(ExtensionList.lookupSingleton(VisibleHistory.class).index, new CurrentUser());
    }
}
