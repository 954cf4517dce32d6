package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.testing.Fleet;
import java.util.List;
import java.util.Map;

/** Runs faults on real hosts and tells which were survived. */
public final class FaultSuite {
    private FaultSuite() {}

    /** @param arguments names of faults, or beginnings of them; none for all */
    public static void main(String[] arguments) {
        List<String> wanted = List.of(arguments);
        Fleet fleet = Fleet.require(3);
        int survived = 0;
        int lost = 0;
        for (Map.Entry<String, Trial.Fault> fault : Faults.all().entrySet()) {
            if (!wanted.isEmpty() && wanted.stream().noneMatch(fault.getKey()::startsWith)) {
                continue;
            }
            String why = run(fleet, fault.getValue());
            System.out.println(
                    why == null ? "survived " + fault.getKey() : "lost " + fault.getKey() + " (" + why + ")");
            survived += why == null ? 1 : 0;
            lost += why == null ? 0 : 1;
        }
        System.out.println(survived + " survived, " + lost + " lost");
        System.exit(lost == 0 && survived > 0 ? 0 : 1);
    }

    /** Why it was lost; null if it was not. */
    private static String run(Fleet fleet, Trial.Fault fault) {
        try {
            new Trial(fleet).run(fault);
            return null;
        } catch (Exception | AssertionError e) {
            return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        }
    }
}
