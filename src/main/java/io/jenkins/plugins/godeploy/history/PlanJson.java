package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Plans as plain maps, lists, strings, numbers and booleans; the keys are a contract as in {@link DeploymentJson}. */
public final class PlanJson {
    private PlanJson() {}

    /** Every key is there, with null for what is unknown. */
    public static LinkedHashMap<String, Object> toMap(Plan plan) {
        LinkedHashMap<String, Object> map = new LinkedHashMap<>();
        map.put("release", plan.release());
        map.put("strategy", plan.strategy());
        ArrayList<Object> batches = new ArrayList<>();
        plan.batches().forEach(batch -> batches.add(new ArrayList<Object>(batch)));
        map.put("batches", batches);
        map.put("bake", plan.bake());
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
        map.put("rebootSafe", host.rebootSafe());
        map.put("refusal", host.refusal());
        return map;
    }
}
