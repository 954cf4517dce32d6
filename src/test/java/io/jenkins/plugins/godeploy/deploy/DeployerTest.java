package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.time.Duration;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** The main job on three real hosts. */
public class DeployerTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(3);

    private final OnFleet on = new OnFleet(fleet);

    @Before
    public void pristine() {
        fleet.resetAll();
    }

    @After
    public void everyLockIsFreeAgain() {
        fleet.hosts().forEach(host -> assertTrue(on.lock(host), on.lock(host).contains("state free")));
    }

    @Test
    public void theFirstDeploymentServesOnAllHosts() throws Exception {
        Deployment deployment = on.deploy("1.0.0");

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        on.assertServes("1.0.0");
        deployment.hosts().forEach(host -> {
            assertEquals(Shop.version("1.0.0").id(), host.serves());
            assertEquals(Proof.STARTED, host.proof());
            assertNull(host.before());
            assertTrue(host.bytesSent() > 0);
            assertTrue(host.confirmed());
        });
    }

    @Test
    public void anUpdateRollsInBatches() throws Exception {
        on.deploy("1.0.0");

        Deployment deployment = on.deploy("1.1.0");

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        on.assertServes("1.1.0");
        assertEquals(
                "[batch 1 of 2: h1, h2, batch 2 of 2: h3]",
                on.events.stream()
                        .filter(event -> event.host() == null)
                        .map(DeployEvent::text)
                        .filter(text -> text.startsWith("batch"))
                        .skip(2)
                        .toList()
                        .toString());
        deployment.hosts().forEach(host -> {
            assertEquals(Shop.version("1.0.0").id(), host.before());
            assertTrue("gap " + host.restartGapMillis(), host.restartGapMillis() >= 0);
        });
    }

    @Test
    public void aReleaseThatFailsItsHealthCheckIsTakenBack() throws Exception {
        on.deploy("1.0.0");

        Deployment deployment = on.deploy("1.2.0");

        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        on.assertServes("1.0.0");
        HostResult failed = deployment.hosts().get(0);
        assertEquals(Result.RETURNED, failed.result());
        assertEquals(Shop.version("1.0.0").id(), failed.serves());
        assertTrue(failed.message(), failed.message().contains("503"));
        assertTrue(failed.log().toString(), !failed.log().isEmpty());
        assertEquals(
                "the third host was not touched",
                Result.STOPPED,
                deployment.hosts().get(2).result());
    }

    @Test
    public void aReleaseThatCrashesAtOnceIsTakenBack() throws Exception {
        on.deploy("1.0.0");

        Deployment deployment = on.deploy("1.3.0");

        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        on.assertServes("1.0.0");
        assertTrue(
                deployment.hosts().get(0).log().toString(),
                !deployment.hosts().get(0).log().isEmpty());
    }

    @Test
    public void aLogThatMayNotBeReadIsSaidToBeSo() throws Exception {
        fleet.exec(fleet.host(1), "gpasswd", "-d", "deploy", "systemd-journal");
        try {
            Deployment deployment = on.deploy("1.3.0");

            assertEquals(
                    "[deploy sees nothing of shop.service in the journal; reading it takes the group systemd-journal]",
                    deployment.hosts().get(0).log().toString());
        } finally {
            fleet.exec(fleet.host(1), "gpasswd", "-a", "deploy", "systemd-journal");
        }
    }

    @Test
    public void aFailedFirstDeploymentLeavesNothing() throws Exception {
        Deployment deployment = on.deploy("1.3.0");

        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        assertTrue(deployment.message(), deployment.message().contains("Nothing serves there, as before."));
        HostResult first = deployment.hosts().get(0);
        assertNull(first.serves());
        assertEquals("inactive", on.active(fleet.host(1)));
        assertEquals("", fleet.exec(fleet.host(1), "sh", "-c", "ls -d /opt/shop/current 2>/dev/null || true"));
    }

    @Test
    public void hostsThatServeTheReleaseGoBackWhenALaterBatchFails() throws Exception {
        on.deploy("1.0.0");
        on.breakOn(fleet.host(3), "1.1.0");

        Deployment deployment = on.deploy("1.1.0");

        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        on.assertServes("1.0.0");
        deployment.hosts().forEach(host -> assertEquals(Result.RETURNED, host.result()));
    }

    @Test
    public void toleratedFailuresAreToldAndDoNotStopTheOthers() throws Exception {
        on.deploy("1.0.0");
        on.breakOn(fleet.host(1), "1.1.0");

        Deployment deployment =
                on.with(new Strategy.RollingUpdate("1", 1, Duration.ZERO)).deploy("1.1.0");

        assertEquals(deployment.message(), Result.PARTIAL, deployment.result());
        on.assertServes(fleet.host(1), "1.0.0");
        on.assertServes(fleet.host(2), "1.1.0");
        on.assertServes(fleet.host(3), "1.1.0");
    }

    @Test
    public void rollbackGoesToTheGoodReleaseBeforeWithoutSendingAnything() throws Exception {
        on.deploy("1.0.0");
        on.deploy("1.1.0");
        on.deploy("1.2.0");

        Deployment deployment = on.rollback(null);

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        assertEquals("1.0.0", deployment.version());
        assertEquals(0, deployment.bytesSent());
        on.assertServes("1.0.0");
    }

    @Test
    public void rollbackToAVersionByName() throws Exception {
        on.deploy("1.0.0");
        on.deploy("1.1.0");

        assertEquals(Result.SUCCEEDED, on.rollback("1.0.0").result());

        on.assertServes("1.0.0");
    }

    @Test
    public void theSameDeploymentAgainChangesNothing() throws Exception {
        on.deploy("1.0.0");
        String before = on.pid(fleet.host(1));

        Deployment deployment = on.deploy("1.0.0");

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        assertEquals(0, deployment.bytesSent());
        assertEquals(before, on.pid(fleet.host(1)));
    }

    @Test
    public void onlyTheReleasesToKeepStay() throws Exception {
        on.deploy("1.0.0");
        on.deploy("1.3.0");
        on.deploy("1.1.0");

        assertEquals(
                Shop.version("1.0.0").id() + "\n" + Shop.version("1.1.0").id() + "\n",
                fleet.exec(fleet.host(1), "ls", "/opt/shop/releases"));
    }
}
