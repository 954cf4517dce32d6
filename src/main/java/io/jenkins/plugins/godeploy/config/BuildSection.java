package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.build.GoBuild;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.release.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code build:}. */
final class BuildSection {
    private static final Set<String> ARCHIVES = Set.of("tar.gz", "zip", "binary");

    private BuildSection() {}

    /** @param value null if the file has no such key */
    static GoBuild read(YamlValue value, String service) {
        if (value == null) {
            return new GoBuild(null, null, service, List.of(), null, null, List.of(), Map.of(), null, List.of());
        }
        YamlMap map = value.map("main", "binary", "targets", "version", "ldflags", "tags", "env", "archive", "files");
        String main = text(map, "main", "a package such as ./cmd/shop");
        String binary = text(map, "binary", "a file name such as shop");
        List<Target> targets = map.get("targets").map(BuildSection::targets).orElse(List.of());
        String version = map.get("version")
                .map(text -> text.read("a version such as 1.2.0", Names::version))
                .orElse(null);
        String ldflags = text(map, "ldflags", "flags such as -s -w");
        List<String> tags = texts(map, "tags", "build tags such as netgo");
        Map<String, String> env = map.get("env").map(BuildSection::environment).orElse(Map.of());
        String archive = map.get("archive").map(BuildSection::archive).orElse(null);
        List<String> files = texts(map, "files", "paths such as config/shop.toml");
        return value.located(
                () -> new GoBuild(main, binary, service, targets, version, ldflags, tags, env, archive, files));
    }

    private static List<Target> targets(YamlValue value) {
        String wanted = "targets such as linux/amd64";
        return value.list("of " + wanted).stream()
                .map(target -> target.read(wanted, Target::parse))
                .toList();
    }

    private static Map<String, String> environment(YamlValue value) {
        Map<String, String> variables = new LinkedHashMap<>();
        String wanted = "variables such as GOFLAGS=-mod=vendor";
        for (YamlValue variable : value.list("of " + wanted)) {
            String text = variable.text(wanted);
            if (!text.matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
                throw variable.wrong(variable.key() + " is '" + Printable.shortened(text)
                        + "'; it takes NAME=value, such as GOFLAGS=-mod=vendor.");
            }
            int equals = text.indexOf('=');
            if (variables.put(text.substring(0, equals), text.substring(equals + 1)) != null) {
                throw variable.wrong("The variable " + Printable.shortened(text.substring(0, equals))
                        + " is set twice; leave one of them away.");
            }
        }
        return variables;
    }

    private static String archive(YamlValue value) {
        return value.text("tar.gz, zip or binary", archive -> {
            if (!ARCHIVES.contains(archive)) {
                throw new BadInputException("There is no archive format '" + Printable.shortened(archive)
                        + "'; there are tar.gz, zip and binary.");
            }
        });
    }

    private static String text(YamlMap map, String key, String wanted) {
        return map.get(key).map(value -> value.text(wanted)).orElse(null);
    }

    private static List<String> texts(YamlMap map, String key, String wanted) {
        return map.get(key).map(value -> value.texts(wanted)).orElse(List.of());
    }
}
