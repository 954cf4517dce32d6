package io.jenkins.plugins.godeploy.jenkins.record;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.godeploy.history.JobNames;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Follows the jobs that have deployed when they are renamed, moved or deleted. */
@Extension
public final class RecordedJobs extends ItemListener {
    private JobNames names;

    static RecordedJobs get() {
        return ExtensionList.lookupSingleton(RecordedJobs.class);
    }

    /** Whether the job of that full name has deployed anything; read once, and from memory then. */
    public static boolean haveDeployed(String job) {
        try {
            return get().names().knows(job);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized JobNames names() throws IOException {
        if (names == null) {
            names = new JobNames(Recorder.folder().resolve("jobs.json"));
        }
        return names;
    }

    /** What the history keeps of a build. */
    RecordedBuild of(Run<?, ?> run) throws IOException {
        String job = run.getParent().getFullName();
        return new RecordedBuild(names().keyOf(job), job, run.getNumber());
    }

    /** The name that the job of a build has now; empty if the job is gone. */
    Optional<String> nameOf(RecordedBuild build) throws IOException {
        return names().nameOf(build.jobKey());
    }

    /** Nothing has been deployed yet. */
    @Override
    public void onLoaded() {
        try {
            VisibleHistory.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new job is another one than that which had its name before, even if nobody told us that it went. */
    @Override
    public void onCreated(Item item) {
        forget(item);
    }

    @Override
    public void onDeleted(Item item) {
        forget(item);
    }

    private void forget(Item item) {
        try {
            names().gone(item.getFullName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        try {
            names().moved(oldFullName, newFullName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
