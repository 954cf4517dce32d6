package io.jenkins.plugins.godeploy.jenkins.permission;

import hudson.model.Cause;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** The users who started a build. */
final class Starters {
    private Starters() {}

    /**
     * IDs of the users who started it, else of those who started the builds that triggered it. Whoever replays or rebuilds
     * a build started it; the user of the one before, whom a rebuild still names as upstream, counts no more.
     *
     * @return empty if nobody did, such as for a push or a timer
     */
    static List<String> of(List<Cause> causes) {
        List<String> users = new ArrayList<>();
        for (Cause cause : causes) {
            if (cause instanceof Cause.UserIdCause started) {
                // Null is a user whom Jenkins does not know, since it lets everybody in.
                users.add(started.getUserId() == null ? Jenkins.ANONYMOUS2.getName() : started.getUserId());
            }
        }
        if (users.isEmpty()) {
            for (Cause cause : causes) {
                if (cause instanceof Cause.UpstreamCause upstream) {
                    users.addAll(of(upstream.getUpstreamCauses()));
                }
            }
        }
        return users;
    }
}
