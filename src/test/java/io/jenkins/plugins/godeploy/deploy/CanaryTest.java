package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.testing.Fleet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** A canary's first hosts are watched before the others follow. */
public class CanaryTest {
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final String NOT_1_1_0 = "! curl -fsS http://localhost:8080/version | grep -F 1.1.0";

    @ClassRule
    public static final Fleet fleet = Fleet.require(3);

    private final OnFleet on = new OnFleet(fleet);

    @Before
    public void oneReleaseServes() throws Exception {
        fleet.resetAll();
        on.with(new Strategy.AllAtOnce()).deploy("1.0.0");
        on.events.clear();
    }

    @After
    public void everyLockIsFreeAgain() {
        fleet.hosts().forEach(host -> assertTrue(on.lock(host), on.lock(host).contains("state free")));
    }

    @Test
    public void theOthersFollowAfterABakeThatIsLongerThanALease() throws Exception {
        canary("1", 10, "curl -fsS http://localhost:8080/healthz");

        Deployment deployment = on.deploy(on.request("1.1.0"), LEASE, event -> {});

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        assertEquals("canary", deployment.strategy());
        on.assertServes("1.1.0");
        assertEquals(
                List.of(
                        "batch 1 of 2: h1",
                        "watching h1 for 10s",
                        "asking h1, and the others for comparison",
                        "batch 2 of 2: h2, h3"),
                on.events.stream()
                        .filter(event -> event.host() == null)
                        .map(DeployEvent::text)
                        .toList());
    }

    @Test
    public void thePlanShowsTheCanaryAndItsBake() throws Exception {
        canary("1", 300, null);

        Plan plan = on.deployer().plan(on.request("1.1.0"));

        assertEquals(List.of(List.of("h1"), List.of("h2", "h3")), plan.batches());
        assertEquals("5m", plan.bake());
    }

    @Test
    public void aCanaryThatCrashesWhileItIsWatchedGoesBackAlone() throws Exception {
        canary("1", 20, null);

        Deployment deployment = on.deploy(on.request("1.1.0"), LEASE, event -> {
            if (event.text().startsWith("watching")) {
                fleet.exec(fleet.host(1), "systemctl", "kill", "-s", "KILL", "shop.service");
            }
        });

        assertReturned(deployment);
        assertTrue(deployment.message(), deployment.message().contains("the service was restarted after the switch"));
        assertEquals(Result.STOPPED, deployment.hosts().get(1).result());
    }

    @Test
    public void aReleaseThatDoesWorseThanTheOneBeforeIsBad() throws Exception {
        canary("2", 1, NOT_1_1_0);

        Deployment deployment = on.deploy("1.1.0");

        assertReturned(deployment);
        assertTrue(
                deployment.message(),
                deployment
                                .message()
                                .contains("h1: 1.1.0 does not pass the canary's check: the health command ended with 1")
                        && deployment.message().contains("; the hosts with the release before pass it."));
        assertTrue(journal(1), journal(1).contains("\"event\":\"returned\""));
        assertTrue(journal(2), journal(2).contains("\"event\":\"returned\""));
    }

    @Test
    public void aCheckThatPassesNowhereEndsTheDeploymentAndBlamesNobody() throws Exception {
        canary("1", 1, "echo database is away; false");

        Deployment deployment = on.deploy("1.1.0");

        assertReturned(deployment);
        assertTrue(
                deployment.message(),
                deployment
                        .message()
                        .endsWith("; with the release before no host passes either: the health command ended with 1:"
                                + " database is away after 4 s."));
        assertTrue(journal(1), journal(1).contains("\"event\":\"withdrawn\""));
    }

    @Test
    public void aDeploymentThatIsStoppedWhileItWatchesPutsTheCanaryBack() throws Exception {
        canary("1", 600, null);
        AtomicReference<Deployer> deployer = new AtomicReference<>();
        deployer.set(on.deployer(LEASE, event -> {
            if (event.text().startsWith("watching")) {
                deployer.get().stop();
            }
        }));

        Deployment deployment = deployer.get().run(on.request("1.1.0"));

        assertEquals(deployment.message(), Result.STOPPED, deployment.result());
        on.assertServes("1.0.0");
    }

    @Test
    public void aRollbackHasNoCanary() throws Exception {
        on.deploy("1.1.0");
        canary("1", 600, "false");

        Deployment deployment = on.rollback(null);

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        on.assertServes("1.0.0");
    }

    private void canary(String hosts, long bakeSeconds, String check) {
        on.with(new Strategy.Canary(
                hosts,
                Duration.ofSeconds(bakeSeconds),
                check == null ? null : new HealthCheck.Command(check, OnFleet.QUICK),
                new Strategy.RollingUpdate("100%", 0, Duration.ZERO)));
    }

    private void assertReturned(Deployment deployment) {
        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        on.assertServes("1.0.0");
    }

    private String journal(int n) {
        return fleet.exec(fleet.host(n), "tail", "-n", "1", "/opt/shop/journal.jsonl");
    }
}
