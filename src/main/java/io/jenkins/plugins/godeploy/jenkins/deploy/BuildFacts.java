package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.model.Cause;
import hudson.model.Run;
import java.util.List;
import jenkins.model.Jenkins;

/** Who wants a build, and where it is shown. */
final class BuildFacts {
    private static final String NOBODY = "system";
    /** A user whom Jenkins does not know, since it lets everybody in. */
    private static final String ANYBODY = "anonymous";

    private BuildFacts() {}

    /** ID of the user who started the build, or those it comes from; {@code system} if nobody did. */
    static String actor(Run<?, ?> run) {
        String user = user(run.getCauses());
        return user == null ? NOBODY : user;
    }

    private static String user(List<Cause> causes) {
        for (Cause cause : causes) {
            String user = null;
            if (cause instanceof Cause.UserIdCause started) {
                user = started.getUserId() == null ? ANYBODY : started.getUserId();
            } else if (cause instanceof Cause.UpstreamCause upstream) {
                user = user(upstream.getUpstreamCauses());
            }
            if (user != null) {
                return user;
            }
        }
        return null;
    }

    /** Address of the build's page; relative where Jenkins does not know its own. */
    static String url(Run<?, ?> run) {
        String root = Jenkins.get().getRootUrl();
        return root == null ? run.getUrl() : root + run.getUrl();
    }
}
