package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryEntry;
import io.jenkins.plugins.godeploy.history.HistoryFilter;
import io.jenkins.plugins.godeploy.history.HistoryPage;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import io.jenkins.plugins.godeploy.history.RunningRelease;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One service in one environment, as plain maps for a page. */
public final class EnvironmentModel {
    /** How many deployments a page of its timeline has. */
    public static final int PAGE = 10;

    private final HistoryView history;
    private final ReleaseStore releases;
    private final BuildLinks builds;

    public EnvironmentModel(HistoryView history, ReleaseStore releases, BuildLinks builds) {
        this.history = history;
        this.releases = releases;
        this.builds = builds;
    }

    /**
     * All of it.
     *
     * @param span over which the four keys are told
     * @return empty where the reader sees no deployment of that service in that environment
     */
    public Optional<Map<String, Object>> of(String service, String environment, Span span) throws IOException {
        List<HistoryEntry> entries = history.entries().stream()
                .filter(entry ->
                        entry.service().equals(service) && entry.environment().equals(environment))
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Standing standing = Standing.of(entries);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("now", EntryModel.time(span.until()));
        map.put("days", span.days());
        map.put("cell", CellModel.of(standing, builds));
        map.put(
                "running",
                history.running(service, environment).stream()
                        .map(this::running)
                        .toList());
        map.put(
                "latest",
                history.find(standing.latest().number())
                        .map(new RecordModel(builds)::of)
                        .orElse(null));
        map.put("changes", changes(service, standing));
        map.put("keys", KeysModel.of(entries, span));
        map.put("parts", KeysModel.parts(entries, span));
        map.put("timeline", timeline(service, environment, Long.MAX_VALUE));
        return Optional.of(map);
    }

    /**
     * One page of its deployments, newest first.
     *
     * @param before only those with a lower number
     */
    public Map<String, Object> timeline(String service, String environment, long before) throws IOException {
        HistoryPage page = history.page(new HistoryFilter(service, environment, null, null), before, PAGE);
        RecordModel model = new RecordModel(builds);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("deployments", page.records().stream().map(model::of).toList());
        map.put("next", page.next());
        return map;
    }

    private Map<String, Object> changes(String service, Standing standing) throws IOException {
        if (standing.before() == null || standing.serving().serves().size() != 1) {
            return null;
        }
        return ChangesModel.between(
                releases,
                service,
                standing.before().serves().get(0),
                standing.serving().serves().get(0));
    }

    private Map<String, Object> running(RunningRelease running) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("host", running.host());
        map.put("release", running.release());
        map.put("version", DeploymentJson.versionOf(running.release()));
        map.put("proof", DeploymentJson.word(running.proof()));
        map.put("since", EntryModel.time(running.since()));
        map.put("number", running.by().number());
        map.put("actor", running.by().deployment().actor());
        map.put(
                "build",
                new EntryModel(builds)
                        .build(running.by().build(), running.by().deployment().url()));
        return map;
    }
}
