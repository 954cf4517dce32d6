package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.host.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code health:}, one kind of check with its settings. */
final class HealthSection {
    private static final List<String> KINDS = List.of("httpHealth", "tcpHealth", "commandHealth");
    private static final String WANTED =
            "httpHealth, tcpHealth or commandHealth, such as {httpHealth: {url: 'http://localhost:8080/healthz'}}";
    private static final String LOCAL = "127.0.0.1";
    private static final List<String> TIMING = List.of("timeout", "interval", "successes", "deadline");

    private HealthSection() {}

    static HealthCheck read(YamlValue value) {
        if (!value.isMap()) {
            throw value.wrong(value.key() + " is no check; it takes one of " + WANTED + ".");
        }
        YamlMap map = value.map();
        Map.Entry<String, YamlValue> check = map.single("one of " + WANTED);
        YamlValue settings = check.getValue();
        HealthCheck health =
                switch (check.getKey()) {
                    case "httpHealth" -> http(keys(settings, "url", "status"));
                    case "tcpHealth" -> tcp(keys(settings, "port", "address"));
                    case "commandHealth" -> command(keys(settings, "command"));
                    default -> throw map.names().get(check.getKey()).wrong(unknown(check.getKey()));
                };
        return settings.located(() -> {
            HealthRules.check(health);
            return health;
        });
    }

    private static HealthCheck http(YamlMap map) {
        String url = map.require("url", "\"http://localhost:8080/healthz\"")
                .text("a URL such as http://localhost:8080/healthz", HealthRules::url);
        int status = map.get("status")
                .map(value -> value.number("a status of HTTP such as 200", HealthRules::status))
                .orElse(0);
        return new HealthCheck.Http(url, status, timing(map));
    }

    private static HealthCheck tcp(YamlMap map) {
        int port = map.require("port", "8080").number("a port from 1 to 65535", HealthRules::port);
        String address = map.get("address")
                .map(value -> value.text("an address such as 127.0.0.1", HealthRules::address))
                .orElse(LOCAL);
        return new HealthCheck.Tcp(address, port, timing(map));
    }

    private static HealthCheck command(YamlMap map) {
        String command = map.require("command", "bin/check")
                .text("a command", text -> ServiceManagerRules.command("commandHealth.command", text));
        return new HealthCheck.Command(command, timing(map));
    }

    private static HealthCheck.Timing timing(YamlMap map) {
        HealthCheck.Timing defaults = HealthCheck.Timing.DEFAULT;
        return new HealthCheck.Timing(
                map.get("timeout").map(YamlValue::duration).orElse(defaults.timeout()),
                map.get("interval").map(YamlValue::duration).orElse(defaults.interval()),
                map.get("successes")
                        .map(value -> value.number("a number from 1"))
                        .orElse(defaults.successes()),
                map.get("deadline").map(YamlValue::duration).orElse(defaults.deadline()));
    }

    private static YamlMap keys(YamlValue settings, String... own) {
        return settings.map(Stream.concat(Stream.of(own), TIMING.stream()).toArray(String[]::new));
    }

    private static String unknown(String kind) {
        String hint = NearestWord.of(kind, KINDS)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("there are " + String.join(", ", KINDS) + ".");
        return "There is no health check '" + Printable.shortened(kind) + "'; " + hint;
    }
}
