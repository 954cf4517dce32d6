package io.jenkins.plugins.godeploy.jenkins.record;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.godeploy.history.HistoryEntry;
import io.jenkins.plugins.godeploy.history.HistoryIndex;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import java.io.IOException;
import java.util.List;

/**
 * The history of this Jenkins, as far as the user who asks may see it. Pages, the HTTP API and metrics read it here and
 * nowhere else.
 */
@Extension
public final class VisibleHistory {
    private final HistoryIndex index = new HistoryIndex(Recorder.file());
    private long start = -1;

    private synchronized long findStart() throws IOException {
        if (start < 0) {
            List<HistoryEntry> entries = index.entries();
            start = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
        }
        return start;
    }

    /** The number of the last record before Jenkins started, which is found when this is first called; 0 for none. */
    public static long start() throws IOException {
        return ExtensionList.lookupSingleton(VisibleHistory.class).findStart();
    }

    /** For the current user and this request. */
    public static HistoryView get() {
        return new HistoryView(ExtensionList.lookupSingleton(VisibleHistory.class).index, new CurrentUser());
    }

    /** What is known of the releases in it; to be asked only for those of records that the user sees. */
    public static ReleaseStore releases() {
        return Recorder.releases();
    }
}
