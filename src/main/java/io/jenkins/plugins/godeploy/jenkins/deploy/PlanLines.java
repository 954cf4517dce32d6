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
                + plan.strategy());
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
                + (host.confirmed() ? "" : ", the switch would be unconfirmed");
    }
}
