package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** A plan as plain maps and lists. */
final class PlanMap {
    private PlanMap() {}

    static LinkedHashMap<String, Object> of(Plan plan) {
        LinkedHashMap<String, Object> map = new LinkedHashMap<>();
        map.put("release", plan.release());
        map.put("strategy", plan.strategy());
        ArrayList<Object> batches = new ArrayList<>();
        plan.batches().forEach(batch -> batches.add(new ArrayList<>(batch)));
        map.put("batches", batches);
        ArrayList<Object> hosts = new ArrayList<>();
        plan.hosts().forEach(host -> hosts.add(host(host)));
        map.put("hosts", hosts);
        return map;
    }

    private static LinkedHashMap<String, Object> host(Plan.HostPlan host) {
        LinkedHashMap<String, Object> map = new LinkedHashMap<>();
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
