package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;

/**
 * Which records are asked for. Null stands for any.
 *
 * @param service name of the service
 * @param environment name of the environment
 * @param host name of a host that took part
 * @param version of the release that was to serve, or its ID
 * @param result how the deployment ended as a whole
 * @param offset how many of the newest to leave out, from 0
 * @param limit how many at most, from 0
 */
public record HistoryQuery(
        String service, String environment, String host, String version, Result result, int offset, int limit) {
    /** All, up to a limit. */
    public static HistoryQuery newest(int limit) {
        return new HistoryQuery(null, null, null, null, null, 0, limit);
    }

    /** The newest of a service in an environment. */
    public static HistoryQuery last(String service, String environment) {
        return new HistoryQuery(service, environment, null, null, null, 0, 1);
    }

    /** The newest of a service in an environment that succeeded. */
    public static HistoryQuery lastSucceeded(String service, String environment) {
        return new HistoryQuery(service, environment, null, null, Result.SUCCEEDED, 0, 1);
    }

    boolean matches(Deployment deployment) {
        return is(service, deployment.service())
                && is(environment, deployment.environment())
                && (is(version, deployment.version()) || is(version, deployment.release()))
                && (result == null || result == deployment.result())
                && (host == null || deployment.hosts().stream().anyMatch(each -> host.equals(each.host())));
    }

    private static boolean is(String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }
}
