package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import java.time.Duration;
import java.util.List;

/** Reads one environment below {@code environments:}. */
final class EnvironmentSection {
    private final String name;
    private final String service;
    private final GoDeployFile.Reader reader;

    EnvironmentSection(String name, String service, GoDeployFile.Reader reader) {
        this.name = name;
        this.service = service;
        this.reader = reader;
    }

    /** @param position where complaints about the whole environment point to */
    Environment read(YamlValue position, YamlValue value) {
        YamlMap map = value.map(
                "ssh",
                "hosts",
                "path",
                "units",
                "userUnits",
                "commands",
                "strategy",
                "health",
                "branches",
                "keep",
                "proof",
                "hooks",
                "deadline");
        EnvironmentBuilder builder = new EnvironmentBuilder(name, service);
        builder.ssh(SshSection.read(map.require("ssh", "{user: deploy}"), reader));
        List<Host> hosts = HostsSection.read(name, map.require("hosts", "[web1.example.org]"));
        hosts.forEach(builder::host);
        map.get("path").ifPresent(path -> builder.path(path.text("a folder such as /opt/shop", PathRule::service)));
        builder.manager(manager(map));
        map.get("strategy").ifPresent(strategy -> builder.strategy(strategy(strategy, hosts.size())));
        map.get("health").ifPresent(health -> builder.health(HealthSection.read(health)));
        map.get("branches")
                .ifPresent(branches -> builder.branches(
                        branches.text("a regular expression such as main|release-.*", EnvironmentRules::branches)));
        map.get("keep").ifPresent(keep -> builder.keep(keep.number("a number of releases", EnvironmentRules::keep)));
        map.get("proof").ifPresent(proof -> builder.proof(proof.read("exact, started or none", ProofWord::parse)));
        map.get("hooks").ifPresent(hooks -> builder.hooks(HooksSection.read(hooks)));
        map.get("deadline").ifPresent(deadline -> builder.deadline(deadline(deadline)));
        return map.get("deadline").or(() -> map.get("proof")).orElse(position).located(builder::build);
    }

    private static Duration deadline(YamlValue value) {
        Duration deadline = value.duration();
        return value.located(() -> {
            EnvironmentRules.deadline(deadline, null);
            return deadline;
        });
    }

    private static Strategy strategy(YamlValue value, int hosts) {
        Strategy strategy = StrategySection.read(value);
        return value.located(() -> {
            EnvironmentRules.canary(strategy, hosts);
            return strategy;
        });
    }

    /** Null if nothing is said. */
    private static ServiceManager manager(YamlMap map) {
        List<String> ways = map.present("units", "userUnits", "commands");
        if (ways.size() > 1) {
            throw map.names()
                    .get(ways.get(1))
                    .wrong("Both " + ways.get(0) + " and " + ways.get(1)
                            + " say what starts the service; leave one of them away.");
        }
        if (ways.isEmpty()) {
            return null;
        }
        YamlValue value = map.get(ways.get(0)).orElseThrow();
        return switch (ways.get(0)) {
            case "units" -> new ServiceManager.Systemd(units(value));
            case "userUnits" -> new ServiceManager.SystemdUser(units(value));
            default -> commands(value.map("start", "stop", "status", "pidFile"));
        };
    }

    private static List<String> units(YamlValue value) {
        String wanted = "systemd units such as shop.service";
        List<String> units = value.list("of " + wanted).stream()
                .map(unit -> unit.text(wanted, ServiceManagerRules::unit))
                .toList();
        return value.located(() -> {
            ServiceManagerRules.units(units);
            return units;
        });
    }

    private static ServiceManager commands(YamlMap map) {
        return new ServiceManager.Commands(
                command(map, "start", "bin/start"),
                command(map, "stop", "bin/stop"),
                command(map, "status", "bin/status"),
                map.get("pidFile")
                        .map(file -> file.text("a path such as shared/shop.pid", PathRule::pidFile))
                        .orElse(null));
    }

    private static String command(YamlMap map, String key, String example) {
        return map.require(key, example)
                .text("a command", text -> ServiceManagerRules.command("commands." + key, text));
    }
}
