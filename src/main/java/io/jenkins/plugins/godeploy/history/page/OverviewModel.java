package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.HistoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs where, as plain maps for a page: each service in each environment, and the four keys. */
public final class OverviewModel {
    /** How many of the newest deployments it lists. */
    public static final int NEWEST = 10;

    private OverviewModel() {}

    /**
     * All of it.
     *
     * @param entries what the reader may see, oldest first
     * @param span over which the four keys are told
     */
    public static Map<String, Object> of(List<HistoryEntry> entries, BuildLinks builds, Span span) {
        ByCell cells = new ByCell(entries);
        List<Map<String, Object>> services = new ArrayList<>();
        List<Map<String, Object>> keys = new ArrayList<>();
        cells.environments().forEach((environment, all) -> keys.add(keys(null, environment, all, span)));
        cells.services().forEach((service, environments) -> {
            List<Map<String, Object>> row = new ArrayList<>();
            environments.forEach((environment, all) -> {
                row.add(CellModel.of(Standing.of(all), builds));
                keys.add(keys(service, environment, all, span));
            });
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("service", service);
            map.put("cells", row);
            services.add(map);
        });
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("now", EntryModel.time(span.until()));
        map.put("days", span.days());
        map.put("environments", new ArrayList<>(cells.environments().keySet()));
        map.put("services", services);
        map.put("keys", keys);
        map.put("list", new DeploymentList(builds).page(entries, "", Long.MAX_VALUE, NEWEST));
        return map;
    }

    /** @param service null for all in the environment */
    private static Map<String, Object> keys(String service, String environment, List<HistoryEntry> all, Span span) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("service", service);
        map.put("environment", environment);
        map.putAll(KeysModel.of(all, span));
        return map;
    }
}
