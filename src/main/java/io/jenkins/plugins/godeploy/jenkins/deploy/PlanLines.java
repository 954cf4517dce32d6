package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.Plan;
import java.util.ArrayList;
import java.util.List;

/** A plan as lines of a log. */
final class PlanLines {
    private PlanLines() {}

    static List<String> of(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Plan, nothing is changed: " + (plan.release() == null ? "no release" : plan.release()) + " by "
                + plan.strategy()
                + (plan.bake() == null ? "" : "; the first batch is watched for " + plan.bake()));
        for (int i = 0; i < plan.batches().size(); i++) {
            lines.add("batch " + (i + 1) + " of " + plan.batches().size() + ": "
                    + String.join(", ", plan.batches().get(i)));
        }
        plan.hosts().forEach(host -> lines.add(line(host)));
        return lines;
    }

    private static String line(Plan.HostPlan host) {
        String prefix = "[" + host.host() + "] ";
        if (host.refusal() != null) {
            return prefix + "would be refused: " + host.refusal();
        }
        return prefix
                + (host.before() == null ? "serves nothing" : "serves " + host.before())
                + (host.present() ? ", has the release" : ", would be sent at most " + host.bytes() + " bytes")
                + guard(host);
    }

    /** Whether it would return by itself; silent where it would, whatever happens. */
    private static String guard(Plan.HostPlan host) {
        if (!host.confirmed()) {
            return ", the switch would be unconfirmed";
        }
        return host.rebootSafe() ? "" : ", the switch would be guarded until a reboot";
    }
}
