package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.deploy.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan as {@code plan --json} prints it. */
final class PlanJson {
    private PlanJson() {}

    static Map<String, Object> toMap(Plan plan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("release", plan.release());
        map.put("strategy", plan.strategy());
        map.put("batches", plan.batches());
        map.put("hosts", plan.hosts().stream().map(PlanJson::host).toList());
        return map;
    }

    private static Map<String, Object> host(Plan.HostPlan host) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", host.host());
        map.put("platform", host.platform());
        map.put("before", host.before());
        map.put("present", host.present());
        map.put("bytes", host.bytes());
        map.put("confirmed", host.confirmed());
        map.put("refusal", host.refusal());
        return map;
    }
}
