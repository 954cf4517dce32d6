package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a service stands in an environment, as plain maps for a page. */
final class CellModel {
    /** The states that are not the word of a result. */
    static final String HEALTHY = "healthy";

    static final String ROLLED_BACK = "rolledback";

    private CellModel() {}

    static Map<String, Object> of(Standing standing, BuildLinks builds) {
        EntryModel model = new EntryModel(builds);
        HistoryEntry latest = standing.latest();
        List<String> serves =
                standing.serving() == null ? List.of() : standing.serving().serves();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("service", latest.service());
        map.put("environment", latest.environment());
        map.put("state", state(latest));
        map.put("serves", serves.stream().map(CellModel::release).toList());
        map.put(
                "since",
                serves.isEmpty() ? null : EntryModel.time(standing.brought().endedAt()));
        map.put("brought", serves.isEmpty() ? null : model.of(standing.brought()));
        map.put("latest", model.of(latest));
        return map;
    }

    private static String state(HistoryEntry latest) {
        if (latest.result() == Result.SUCCEEDED) {
            return latest.kind() == Deployment.Kind.ROLLBACK ? ROLLED_BACK : HEALTHY;
        }
        return DeploymentJson.word(latest.result());
    }

    /** All words for a state, in the order in which they ask for attention. */
    static List<String> states() {
        List<String> states = new ArrayList<>();
        for (Result result : Result.values()) {
            states.add(result == Result.SUCCEEDED ? HEALTHY : DeploymentJson.word(result));
        }
        states.add(ROLLED_BACK);
        return states;
    }

    private static Map<String, Object> release(String id) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("release", id);
        map.put("version", DeploymentJson.versionOf(id));
        return map;
    }
}
