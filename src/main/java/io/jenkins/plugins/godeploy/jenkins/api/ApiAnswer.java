package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryPage;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import io.jenkins.plugins.godeploy.history.RunningRelease;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the API says of a history, with the keys of the command line's {@code --json} and those of the build. */
final class ApiAnswer {
    private final HistoryView history;
    private final Function<RecordedBuild, String> urls;

    /** @param urls gives the address of a build, or null where its job is gone */
    ApiAnswer(HistoryView history, Function<RecordedBuild, String> urls) {
        this.history = history;
        this.urls = urls;
    }

    Map<String, Object> deployments(ApiQuery query) throws IOException {
        HistoryPage page = history.page(query.filter(), query.before(), query.limit());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("deployments", page.records().stream().map(this::deployment).toList());
        map.put("next", page.next());
        return map;
    }

    List<Map<String, Object>> running(ApiQuery query) throws IOException {
        return history.running(query.service(), query.environment()).stream()
                .map(this::running)
                .toList();
    }

    private Map<String, Object> deployment(HistoryRecord kept) {
        Map<String, Object> map = DeploymentJson.toMap(kept);
        putBuild(map, kept);
        return map;
    }

    private Map<String, Object> running(RunningRelease running) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("service", running.service());
        map.put("environment", running.environment());
        map.put("host", running.host());
        map.put("release", running.release());
        map.put("version", DeploymentJson.versionOf(running.release()));
        map.put("proof", DeploymentJson.word(running.proof()));
        map.put("since", DateTimeFormatter.ISO_INSTANT.format(running.since()));
        map.put("number", running.by().number());
        map.put("actor", running.by().deployment().actor());
        map.put("url", running.by().deployment().url());
        putBuild(map, running.by());
        return map;
    }

    /** A recorded address is no longer right where the job was renamed or moved. */
    private void putBuild(Map<String, Object> map, HistoryRecord kept) {
        RecordedBuild build = kept.build();
        map.put("job", build == null ? null : build.job());
        map.put("build", build == null ? null : build.number());
        String url = build == null ? null : urls.apply(build);
        if (url != null) {
            map.put("url", url);
        }
    }
}
