package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import java.util.List;
import java.util.Map;

/**
 * A deployment with its hosts, as plain maps for a page: the keys of the command line's {@code --json}, and of a host's
 * log only its end.
 */
final class RecordModel {
    /** How many lines of a log are shown. */
    private static final int LINES = 20;

    private final EntryModel model;

    RecordModel(BuildLinks builds) {
        model = new EntryModel(builds);
    }

    @SuppressWarnings("unchecked") // what DeploymentJson makes
    Map<String, Object> of(HistoryRecord kept) {
        Map<String, Object> map = DeploymentJson.toMap(kept);
        map.put(
                "endedAt",
                EntryModel.time(kept.deployment()
                        .startedAt()
                        .plusMillis(kept.deployment().durationMillis())));
        map.put("build", model.build(kept.build(), kept.deployment().url()));
        map.remove("url");
        ((List<Map<String, Object>>) map.get("hosts")).forEach(RecordModel::shorten);
        return map;
    }

    private static void shorten(Map<String, Object> host) {
        List<?> log = (List<?>) host.get("log");
        host.put("log", log.subList(Math.max(0, log.size() - LINES), log.size()));
        host.remove("journalHead");
    }
}
