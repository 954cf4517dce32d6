package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.host.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads hosts, each a word or a map of name, address and port. */
final class HostsSection {
    private static final String WANTED =
            "hosts such as web1.example.org, web1.example.org:2222 or {name: web1, address: 10.0.0.2}";

    private HostsSection() {}

    static List<Host> read(String environment, YamlValue value) {
        List<Host> hosts = new ArrayList<>();
        Map<String, Host> names = new HashMap<>();
        Map<String, Host> addresses = new HashMap<>();
        for (YamlValue item : value.list("of " + WANTED)) {
            Host host = host(item);
            item.located(() -> {
                EnvironmentRules.distinct(environment, host, names, addresses);
                return host;
            });
            hosts.add(host);
        }
        return value.located(() -> {
            EnvironmentRules.hosts(environment, hosts);
            return hosts;
        });
    }

    static Host host(YamlValue value) {
        if (!value.isMap()) {
            return value.read(WANTED, HostLine::parse);
        }
        YamlMap map = value.map("name", "address", "port");
        String address = map.require("address", "10.0.0.2").text("a DNS name or an IP address such as 10.0.0.2");
        String name =
                map.get("name").map(word -> word.text("a name such as web1")).orElse(address);
        int port = map.get("port")
                .map(number -> number.number("a port from 1 to 65535"))
                .orElse(Host.SSH_PORT);
        return value.located(() -> new Host(name, address, port));
    }
}
