package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.HostFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which releases leave a host after a deployment that went well. */
final class Prune {
    private Prune() {}

    /**
     * All but those that were proved good last, the one that served before, and pinned ones. Releases that were never
     * proved good do not count, and go.
     *
     * @param current ID of the release that serves now
     * @param keep how many good releases stay, the current one included
     */
    static List<String> of(HostFacts facts, String current, int keep) {
        List<String> good = new ArrayList<>(facts.good());
        good.removeAll(facts.bad());
        good.remove(current);
        good.add(current);
        good.retainAll(installed(facts, current));
        Set<String> stay = new HashSet<>(good.subList(Math.max(0, good.size() - keep), good.size()));
        stay.add(facts.returnTo(current));
        stay.addAll(facts.pinned());
        return facts.installed().stream().filter(id -> !stay.contains(id)).toList();
    }

    private static Set<String> installed(HostFacts facts, String current) {
        Set<String> installed = new HashSet<>(facts.installed());
        installed.add(current);
        return installed;
    }
}
