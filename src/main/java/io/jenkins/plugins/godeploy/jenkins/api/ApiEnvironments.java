package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.history.HistoryEntry;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedDefinition;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the API says of an administrator's environments: all of it to those who may read the configuration of Jenkins; to
 * others the names of those into which they may see a deployment.
 */
final class ApiEnvironments {
    private final HistoryView history;
    private final boolean configuration;

    /** @param configuration whether the user may read that of Jenkins */
    ApiEnvironments(HistoryView history, boolean configuration) {
        this.history = history;
        this.configuration = configuration;
    }

    List<Map<String, Object>> of(List<ManagedEnvironment> all, ApiQuery query) throws IOException {
        List<HistoryEntry> deployed = configuration ? List.of() : history.entries();
        List<Map<String, Object>> environments = new ArrayList<>();
        for (ManagedEnvironment each : all) {
            boolean wanted = (query.environment() == null || query.environment().equals(each.getName()))
                    && (query.service() == null
                            || each.getService() == null
                            || query.service().equals(each.getService()));
            if (wanted && (configuration || deployed.stream().anyMatch(entry -> isInto(entry, each)))) {
                environments.add(toMap(each));
            }
        }
        return environments;
    }

    private static boolean isInto(HistoryEntry entry, ManagedEnvironment environment) {
        return entry.environment().equals(environment.getName())
                && (environment.getService() == null || environment.getService().equals(entry.service()));
    }

    private Map<String, Object> toMap(ManagedEnvironment environment) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", environment.getName());
        map.put("service", environment.getService());
        map.put(
                "hosts",
                configuration && environment.getHostSource() == null
                        ? new ManagedDefinition(environment)
                                .hosts().stream().map(ApiEnvironments::toMap).toList()
                        : null);
        return map;
    }

    private static Map<String, Object> toMap(Host host) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", host.name());
        map.put("address", host.address());
        map.put("port", host.port());
        return map;
    }
}
