package io.jenkins.plugins.godeploy.history;

import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happened on one host, as a plain map. */
final class HostJson {
    private static final long UNKNOWN = -1;

    private HostJson() {}

    static LinkedHashMap<String, Object> toMap(HostResult host) {
        LinkedHashMap<String, Object> map = new LinkedHashMap<>();
        map.put("name", host.host());
        map.put("address", host.address());
        map.put("platform", host.platform());
        map.put("result", DeploymentJson.word(host.result()));
        map.put("before", host.before());
        map.put("serves", host.serves());
        map.put("version", DeploymentJson.versionOf(host.serves()));
        map.put("proof", DeploymentJson.word(host.proof()));
        map.put("bytesSent", host.bytesSent());
        map.put("restartGapMillis", host.restartGapMillis() == UNKNOWN ? null : host.restartGapMillis());
        LinkedHashMap<String, Object> durations = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            if (host.durationMillis().containsKey(phase)) {
                durations.put(DeploymentJson.word(phase), host.durationMillis().get(phase));
            }
        }
        map.put("durations", durations);
        map.put("confirmed", host.confirmed());
        map.put("message", host.message());
        map.put("log", new ArrayList<Object>(host.log()));
        map.put("journalHead", host.journalHead());
        return map;
    }

    static HostResult fromMap(Map<String, ?> map) {
        JsonFields fields = new JsonFields(map);
        Map<Phase, Long> durations = new EnumMap<>(Phase.class);
        JsonFields millis = new JsonFields(fields.map("durations"));
        for (Phase phase : Phase.values()) {
            if (millis.has(DeploymentJson.word(phase))) {
                durations.put(phase, millis.number(DeploymentJson.word(phase)));
            }
        }
        return new HostResult(
                fields.text("name"),
                fields.textOrNull("address"),
                fields.textOrNull("platform"),
                fields.word("result", Result.class),
                fields.textOrNull("before"),
                fields.textOrNull("serves"),
                fields.word("proof", Proof.class),
                fields.number("bytesSent"),
                fields.has("restartGapMillis") ? fields.number("restartGapMillis") : UNKNOWN,
                durations,
                fields.truth("confirmed"),
                fields.textOrNull("message"),
                fields.texts("log"),
                fields.textOrNull("journalHead"));
    }
}
