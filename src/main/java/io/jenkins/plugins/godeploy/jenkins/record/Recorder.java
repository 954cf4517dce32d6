package io.jenkins.plugins.godeploy.jenkins.record;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Keeps deployments: in the history of this Jenkins, which outlives builds, and on the page of the build. */
public final class Recorder {
    private Recorder() {}

    /** Keeps one; once only, if a restart made its build try again. */
    public static synchronized HistoryRecord record(Run<?, ?> run, Deployment deployment) throws IOException {
        HistoryStore store = store();
        Optional<HistoryRecord> before = store.last(deployment.service(), deployment.environment())
                .filter(last -> last.deployment().id().equals(deployment.id()));
        HistoryRecord kept = before.isPresent()
                ? before.get()
                : store.append(deployment, RecordedJobs.get().of(run));
        DeploymentAction action = run.getAction(DeploymentAction.class);
        if (action == null) {
            action = new DeploymentAction();
            run.addAction(action);
        }
        action.add(kept);
        run.save();
        return kept;
    }

    /** Keeps what is known of a release that is deployed, for when its build is gone. */
    public static void keep(Release release) throws IOException {
        releases().keep(release);
    }

    /** What is known of releases that were deployed. */
    static ReleaseStore releases() {
        return ReleaseStore.beside(file());
    }

    /** What a build has recorded of a deployment; null if nothing. */
    public static HistoryRecord find(Run<?, ?> run, String id) {
        DeploymentAction action = run.getAction(DeploymentAction.class);
        return action == null ? null : action.find(id);
    }

    /** Whether a job did a deployment, whatever it was called then. */
    public static boolean isOf(HistoryRecord kept, Job<?, ?> job) throws IOException {
        return kept.build() != null
                && RecordedJobs.get()
                        .nameOf(kept.build())
                        .filter(job.getFullName()::equals)
                        .isPresent();
    }

    /** The history of this Jenkins, all of it; what somebody is shown comes from {@link VisibleHistory}. */
    public static HistoryStore store() {
        return new HistoryStore(file(), HistoryStore.RECORDS);
    }

    static Path file() {
        return folder().resolve("history.jsonl");
    }

    /** What this plugin keeps. */
    static Path folder() {
        return Jenkins.get().getRootDir().toPath().resolve("go-deploy");
    }
}
