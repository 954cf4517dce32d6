package io.jenkins.plugins.godeploy.jenkins.record;

import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/**
 * The user of this request. A record is visible to those who may read its job; when the job is gone, to administrators.
 * Remembers its answers, so it is for one request alone.
 */
final class CurrentUser implements HistoryView.Viewer {
    private final Jenkins jenkins = Jenkins.get();
    private final RecordedJobs jobs = RecordedJobs.get();
    private final boolean administrator = jenkins.hasPermission(Jenkins.ADMINISTER);
    private final Map<String, Boolean> known = new HashMap<>();

    @Override
    public boolean sees(RecordedBuild build) {
        return build == null ? administrator : known.computeIfAbsent(build.jobKey(), key -> seesJobOf(build));
    }

    private boolean seesJobOf(RecordedBuild build) {
        Optional<String> name = name(build);
        return name.isPresent() && exists(name.get()) ? mayRead(name.get()) : administrator;
    }

    private boolean exists(String name) {
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            return jenkins.getItemByFullName(name, Job.class) != null;
        }
    }

    /** Asks for each folder on the way, too. */
    private boolean mayRead(String name) {
        try {
            return jenkins.getItemByFullName(name, Job.class) != null;
        } catch (AccessDeniedException e) {
            return false; // may discover it, and no more
        }
    }

    @Override
    public RecordedBuild named(RecordedBuild build) {
        return name(build)
                .map(name -> new RecordedBuild(build.jobKey(), name, build.number()))
                .orElse(build);
    }

    private Optional<String> name(RecordedBuild build) {
        try {
            return jobs.nameOf(build);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
