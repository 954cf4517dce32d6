package io.jenkins.plugins.godeploy.jenkins.deploy;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.deploy.Plan;
import io.jenkins.plugins.godeploy.deploy.Plan.HostPlan;
import java.util.List;
import org.junit.Test;

public class PlanLinesTest {
    private static final String RELEASE = "1.4.1-3f2a9c0b7d14";
    private static final String BEFORE = "1.4.0-0b7d143f2a9c";
    private static final String PLATFORM = "linux/amd64";

    @Test
    public void aPlanSaysWhatEachHostWouldGet() {
        List<HostPlan> hosts = List.of(
                new HostPlan("web1", PLATFORM, BEFORE, false, 3500, true, true, null),
                new HostPlan("web2", PLATFORM, null, true, 0, true, true, null),
                new HostPlan("web3", PLATFORM, BEFORE, false, 0, true, true, "web3: no room."));

        assertEquals(
                List.of(
                        "Plan, nothing is changed: " + RELEASE + " by rollingUpdate",
                        "batch 1 of 2: web1, web2",
                        "batch 2 of 2: web3",
                        "[web1] serves " + BEFORE + ", would be sent at most 3500 bytes",
                        "[web2] serves nothing, has the release",
                        "[web3] would be refused: web3: no room."),
                PlanLines.of(new Plan(
                        RELEASE, "rollingUpdate", List.of(List.of("web1", "web2"), List.of("web3")), null, hosts)));
    }

    @Test
    public void aCanaryIsWatchedBeforeTheOthersFollow() {
        assertEquals(
                List.of(
                        "Plan, nothing is changed: " + RELEASE + " by canary; the first batch is watched for 5m",
                        "batch 1 of 1: web1"),
                PlanLines.of(new Plan(RELEASE, "canary", List.of(List.of("web1")), "5m", List.of())));
    }

    @Test
    public void aHostThatWouldNotReturnByItselfIsNamed() {
        List<HostPlan> hosts = List.of(
                new HostPlan("web1", PLATFORM, BEFORE, true, 0, true, false, null),
                new HostPlan("web2", PLATFORM, BEFORE, true, 0, false, false, null));

        assertEquals(
                List.of(
                        "[web1] serves " + BEFORE + ", has the release, the switch would be guarded until a reboot",
                        "[web2] serves " + BEFORE + ", has the release, the switch would be unconfirmed"),
                PlanLines.of(new Plan(RELEASE, "rollingUpdate", List.of(), null, hosts))
                        .subList(1, 3));
    }
}
