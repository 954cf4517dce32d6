package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** When the failure budget is spent, the whole fleet is on one release again, and what failed is remembered. */
public class TakeBackTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(4);

    private final OnFleet on = new OnFleet(fleet).with(new Strategy.RollingUpdate("1", 0, Duration.ZERO));

    @Before
    public void pristine() {
        fleet.resetAll();
    }

    @Test
    public void unhealthyHostsGoBackFirstAndTheOthersInBatches() throws Exception {
        on.deploy("1.0.0");
        on.breakOn(fleet.host(4), "1.1.0");

        Deployment deployment = when(
                "1.1.0",
                event -> event.text().startsWith("batch 4"),
                deployer -> fleet.exec(fleet.host(3), "systemctl", "kill", "-s", "STOP", "shop.service"));

        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        on.assertServes("1.0.0");
        assertEquals(List.of("h4", "h3", "h1", "h2"), hostsThatWentBack());
        assertTrue(
                texts().toString(),
                texts().contains("returning 3 hosts, because h4 failed; first h3, not healthy any more"));
    }

    @Test
    public void aReturnThatFailsOnOneHostIsToldAndDoesNotStopTheOthers() throws Exception {
        on.deploy("1.0.0");
        on.breakOn(fleet.host(2), "1.0.0");
        on.breakOn(fleet.host(3), "1.1.0");

        Deployment deployment = on.deploy("1.1.0");

        String old = Shop.version("1.0.0").id();
        assertEquals(deployment.message(), Result.FAILED, deployment.result());
        assertEquals(
                List.of(Result.RETURNED, Result.FAILED, Result.RETURNED, Result.STOPPED),
                deployment.hosts().stream().map(HostResult::result).toList());
        assertTrue(
                deployment.message(),
                deployment
                        .message()
                        .contains("h2: returned with the others, because h3 failed. Putting back " + old
                                + " failed: h2: the service did not start: "));
        assertTrue(
                deployment.message(),
                deployment
                        .message()
                        .endsWith("The others: h1, h3 are back on " + old + "; h4 is still on " + old + "."));
        assertNull(deployment.hosts().get(1).serves());
        for (int n : List.of(1, 3, 4)) {
            on.assertServes(fleet.host(n), "1.0.0");
        }
        fleet.hosts().forEach(host -> assertTrue(on.lock(host), on.lock(host).contains("state free")));
        for (int n : List.of(1, 2, 3)) {
            assertTrue(journal(n), journal(n).contains("\"event\":\"returned\",\"release\":\"1.1.0-"));
        }
    }

    @Test
    public void aGoodReleaseThatFailsLaterIsSkippedByTheNextRollback() throws Exception {
        on.deploy("1.0.0");
        on.deploy("1.1.0");
        on.breakOn(fleet.host(3), "1.0.0");
        assertEquals(Result.RETURNED, on.deploy("1.0.0").result());

        Deployment deployment = on.rollback(null);

        assertEquals(deployment.message(), Result.REFUSED, deployment.result());
        assertTrue(
                deployment.message(), deployment.message().contains("there is no good release before the current one"));
        on.assertServes("1.1.0");
    }

    @Test
    public void aDeploymentThatWasStoppedSaysNothingOfItsRelease() throws Exception {
        on.deploy("1.0.0");
        on.deploy("1.1.0");
        Deployment stopped = when("1.0.0", event -> event.text().startsWith("batch 3"), deployer -> deployer.get()
                .stop());
        assertEquals(stopped.message(), Result.STOPPED, stopped.result());
        on.assertServes("1.1.0");

        Deployment deployment = on.rollback(null);

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        on.assertServes("1.0.0");
    }

    /** Does something once, while the rollout waits. */
    private interface Act {
        void with(AtomicReference<Deployer> deployer);
    }

    private Deployment when(String version, Predicate<DeployEvent> when, Act act) throws Exception {
        AtomicReference<Deployer> deployer = new AtomicReference<>();
        on.events.clear();
        deployer.set(new Deployer(on.connector(), event -> {
            on.events.add(event);
            if (when.test(event)) {
                act.with(deployer);
            }
        }));
        return deployer.get().run(on.request(version));
    }

    private List<String> hostsThatWentBack() {
        return on.events.stream()
                .filter(event -> event.phase() == Phase.RETURN && event.text().startsWith("back to"))
                .map(DeployEvent::host)
                .toList();
    }

    private List<String> texts() {
        return on.events.stream().map(DeployEvent::text).toList();
    }

    private String journal(int n) {
        return fleet.exec(fleet.host(n), "tail", "-n", "1", "/opt/shop/journal.jsonl");
    }
}
