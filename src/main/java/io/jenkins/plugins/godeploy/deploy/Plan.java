package io.jenkins.plugins.godeploy.deploy;

import java.io.Serializable;
import java.util.List;

/**
 * What a deployment would do. Nothing has been touched.
 *
 * @param release ID of the release that would serve; null if no host could say
 * @param strategy such as {@code rollingUpdate}
 * @param batches names of the hosts, in the order in which they would be switched
 * @param bake how long the first batch is watched before the others follow, such as {@code 5m}; null if it is not
 * @param hosts one a host, in the environment's order
 */
public record Plan(String release, String strategy, List<List<String>> batches, String bake, List<HostPlan> hosts)
        implements Serializable {
    /**
     * @param host its name
     * @param platform GOOS/GOARCH; null if it was not reached
     * @param before ID of the release that serves; null for none
     * @param present whether the release is on the host already
     * @param bytes upper bound of what would be sent
     * @param confirmed whether a watcher on the host would guard the switch
     * @param rebootSafe whether the host would return by itself even if it was rebooted between switch and settle
     * @param refusal why this host would refuse; null if it would not
     */
    public record HostPlan(
            String host,
            String platform,
            String before,
            boolean present,
            long bytes,
            boolean confirmed,
            boolean rebootSafe,
            String refusal)
            implements Serializable {}
}
