package io.jenkins.plugins.godeploy.jenkins.turn;

import java.util.List;

/** Claims for tests. */
final class Claims {
    private Claims() {}

    /** A deployment of shop by build #12 of the job, to a host of its own. */
    static Claim of(String job, String environment) {
        return new Claim(job, job, 12, false, "shop", environment, List.of(job + ":22"), "/opt/shop");
    }

    static Claim on(String job, String path, String... hosts) {
        return new Claim(job, job, 12, false, "shop", null, List.of(hosts), path);
    }

    static Claim rollback(String job, String environment) {
        return new Claim(job, job, 12, true, "shop", environment, List.of(job + ":22"), "/opt/shop");
    }
}
