package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.host.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads {@code strategy:}, a word or a word with settings. */
final class StrategySection {
    private static final List<String> NAMES = List.of("rollingUpdate", "canary", "allAtOnce");
    private static final String WANTED = "rollingUpdate, canary or allAtOnce, such as {rollingUpdate: {batch: 2}}";

    private StrategySection() {}

    static Strategy read(YamlValue value) {
        if (!value.isMap()) {
            return byName(value, value.text(WANTED), null);
        }
        YamlMap map = value.map();
        Map.Entry<String, YamlValue> strategy = map.single("one of " + WANTED);
        return byName(map.names().get(strategy.getKey()), strategy.getKey(), strategy.getValue());
    }

    private static Strategy byName(YamlValue position, String name, YamlValue settings) {
        switch (name) {
            case "allAtOnce":
                if (settings != null) {
                    settings.map().only(List.of());
                }
                return new Strategy.AllAtOnce();
            case "rollingUpdate":
                return settings == null
                        ? Strategy.RollingUpdate.DEFAULT
                        : rollingUpdate(settings.map("batch", "maxFailures", "pause"));
            case "canary":
                return canary(settings);
            default:
                String hint = NearestWord.of(name, NAMES)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("there are " + String.join(", ", NAMES) + ".");
                throw position.wrong("There is no strategy '" + Printable.shortened(name) + "'; " + hint);
        }
    }

    private static Strategy rollingUpdate(YamlMap map) {
        return ruled(map, rest(map));
    }

    /** @param settings null for the defaults */
    private static Strategy canary(YamlValue settings) {
        Strategy.Canary defaults = Strategy.Canary.DEFAULT;
        if (settings == null) {
            return defaults;
        }
        YamlMap map = settings.map("hosts", "bake", "check", "batch", "maxFailures", "pause");
        String hosts = map.get("hosts")
                .map(value -> value.text("a number of hosts or a share such as 10%", EnvironmentRules::canaryHosts))
                .orElse(defaults.hosts());
        Duration bake = map.get("bake").map(YamlValue::duration).orElse(defaults.bake());
        HealthCheck check = map.get("check").map(HealthSection::read).orElse(null);
        return ruled(map, new Strategy.Canary(hosts, bake, check, rest(map)));
    }

    private static Strategy.RollingUpdate rest(YamlMap map) {
        Strategy.RollingUpdate defaults = Strategy.RollingUpdate.DEFAULT;
        String batch = map.get("batch")
                .map(value -> value.text("a number of hosts or a share such as 25%", EnvironmentRules::batch))
                .orElse(defaults.batch());
        int maxFailures = map.get("maxFailures")
                .map(value -> value.number("a number of hosts from 0", EnvironmentRules::maxFailures))
                .orElse(defaults.maxFailures());
        Duration pause = map.get("pause").map(YamlValue::duration).orElse(defaults.pause());
        return new Strategy.RollingUpdate(batch, maxFailures, pause);
    }

    private static Strategy ruled(YamlMap map, Strategy strategy) {
        return map.self().located(() -> {
            EnvironmentRules.strategy(strategy);
            return strategy;
        });
    }
}
