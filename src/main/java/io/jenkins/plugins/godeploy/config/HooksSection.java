package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.host.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code hooks:}, a list of commands before and after phases. */
final class HooksSection {
    private static final Map<String, Phase> PHASES = Stream.of(Phase.values())
            .collect(Collectors.toMap(phase -> phase.name().toLowerCase(Locale.ROOT), phase -> phase));
    private static final String KNOWN = "look, send, switch, prove, settle and return";

    private HooksSection() {}

    static List<Hook> read(YamlValue value) {
        return value.list("of hooks such as {before: switch, run: bin/drain}").stream()
                .map(HooksSection::hook)
                .toList();
    }

    private static Hook hook(YamlValue value) {
        YamlMap map = value.map("before", "after", "run", "at", "timeout", "once");
        List<String> sides = map.present("before", "after");
        if (sides.size() != 1) {
            throw value.wrong(value.key() + " says " + (sides.isEmpty() ? "neither before nor" : "both before and")
                    + " after; it takes one of them, such as before: switch.");
        }
        Phase phase = phase(map.get(sides.get(0)).orElseThrow());
        String run = map.require("run", "bin/drain").text("a command for sh");
        Hook.Place at = map.get("at").map(HooksSection::place).orElse(Hook.Place.HOST);
        Duration timeout = map.get("timeout").map(YamlValue::duration).orElse(Hook.TIMEOUT);
        boolean once = map.get("once").map(HooksSection::flag).orElse(false);
        Hook hook = new Hook(Hook.When.valueOf(sides.get(0).toUpperCase(Locale.ROOT)), phase, run, at, timeout, once);
        return value.located(() -> {
            HookRules.check(hook);
            return hook;
        });
    }

    private static Phase phase(YamlValue value) {
        String word = value.text("a phase: " + KNOWN);
        if (!PHASES.containsKey(word)) {
            throw value.wrong("There is no phase '" + Printable.shortened(word) + "'; there are " + KNOWN + ".");
        }
        return PHASES.get(word);
    }

    private static Hook.Place place(YamlValue value) {
        String word = value.text("host or agent");
        return switch (word) {
            case "host" -> Hook.Place.HOST;
            case "agent" -> Hook.Place.AGENT;
            default ->
                throw value.wrong("A hook cannot run at '" + Printable.shortened(word) + "'; it takes host or agent.");
        };
    }

    private static boolean flag(YamlValue value) {
        String word = value.text("true or false");
        if (!word.equals("true") && !word.equals("false")) {
            throw value.wrong(value.key() + " is '" + Printable.shortened(word) + "'; it takes true or false.");
        }
        return word.equals("true");
    }
}
