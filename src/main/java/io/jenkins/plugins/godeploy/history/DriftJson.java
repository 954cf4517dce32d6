package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.Drift;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** What a look at a host found, as a plain map; the keys are a contract as in {@link DeploymentJson}. */
public final class DriftJson {
    private DriftJson() {}

    /** Every key is there, with null for what is unknown. */
    public static LinkedHashMap<String, Object> toMap(Drift drift) {
        LinkedHashMap<String, Object> map = new LinkedHashMap<>();
        map.put("name", drift.host());
        map.put("serves", drift.serves());
        map.put("clean", drift.isClean());
        map.put("findings", new ArrayList<Object>(drift.findings()));
        return map;
    }
}
