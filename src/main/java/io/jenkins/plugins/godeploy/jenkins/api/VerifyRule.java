package io.jenkins.plugins.godeploy.jenkins.api;

import hudson.model.Job;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.history.HistoryFilter;
import io.jenkins.plugins.godeploy.history.HistoryPage;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedDefinition;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.permission.DeployPermissions;
import java.io.IOException;
import jenkins.model.Jenkins;

/**
 * Who may have the hosts of an environment looked at: who may deploy everywhere, or may deploy by the job that did it
 * last there, provided that the environment still takes that job.
 */
final class VerifyRule {
    private final HistoryView history;

    /** @param history as the current user sees it */
    VerifyRule(HistoryView history) {
        this.history = history;
    }

    boolean allows(ManagedEnvironment managed, String service) throws IOException {
        if (Jenkins.get().hasPermission(DeployPermissions.DEPLOY)) {
            return true;
        }
        HistoryFilter filter = new HistoryFilter(service, managed.getName(), null, null);
        HistoryPage last = history.page(filter, Long.MAX_VALUE, 1);
        RecordedBuild build =
                last.records().isEmpty() ? null : last.records().get(0).build();
        if (build == null) {
            return false;
        }
        Job<?, ?> job = Jenkins.get().getItemByFullName(build.job(), Job.class);
        return job != null && job.hasPermission(DeployPermissions.DEPLOY) && takes(managed, job);
    }

    private static boolean takes(ManagedEnvironment managed, Job<?, ?> job) {
        try {
            new ManagedDefinition(managed).access().requireJob(managed.getName(), job.getFullName());
            return true;
        } catch (BadInputException e) {
            return false;
        }
    }
}
