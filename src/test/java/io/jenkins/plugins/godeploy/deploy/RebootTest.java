package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Fleet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** A host that is rebooted between switch and settle. */
public class RebootTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(2);

    private static final String UNITS = "ls /home/deploy/.config/systemd/user | grep go-deploy || true";

    private final OnFleet on = new OnFleet(fleet);
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private Fleet.Host host;

    @Before
    public void oneReleaseServes() throws Exception {
        fleet.resetAll();
        host = fleet.host(1);
        on.deploy("1.0.0");
    }

    @After
    public void end() {
        background.shutdownNow();
    }

    @Test
    public void withLingerTheHostPutsTheReleaseBeforeBackWhenItIsUpAgain() throws Exception {
        linger();
        dieBeforeItSettles();
        assertEquals("go-deploy:opt:shop.service", root(UNITS).strip());

        reboot();

        Eventually.within(Duration.ofSeconds(60), () -> on.assertServes(host, "1.0.0"));
        Eventually.within(Duration.ofSeconds(60), () -> {
            assertTrue(journal(), journal().contains("\"event\":\"withdrawn\""));
            assertTrue(journal(), journal().contains("the host was rebooted before the deployment settled"));
            assertEquals("", root(UNITS));
        });
        finishes();
    }

    @Test
    public void withLingerSoDoesAUsersOwnService() throws Exception {
        linger();
        on.with(new ServiceManager.SystemdUser(List.of("shop.service")));
        fleet.hosts().forEach(other -> fleet.exec(other, "systemctl", "stop", "shop.service"));
        root("systemctl disable --quiet shop.service");
        root("cd /home/deploy/.config/systemd/user && ln -sf ../shop.service default.target.wants/shop.service");
        try {
            on.deploy("1.0.0");
            dieBeforeItSettles();

            reboot();

            Eventually.within(Duration.ofSeconds(60), () -> on.assertServes(host, "1.0.0"));
        } finally {
            root("systemctl enable --quiet shop.service");
        }
    }

    @Test
    public void aDeploymentThatSettledLeavesNoUnitBehind() throws Exception {
        linger();

        assertEquals(Result.SUCCEEDED, on.deploy("1.1.0").result());

        assertEquals("", root(UNITS));
    }

    @Test
    public void withoutLingerThePlanSaysSoAndTheNextDeploymentKnowsWhatWasGood() throws Exception {
        assertFalse(on.deployer().plan(on.request("1.1.0")).hosts().get(0).rebootSafe());
        dieBeforeItSettles();

        reboot();

        Eventually.within(Duration.ofSeconds(60), () -> on.assertServes(host, "1.1.0"));
        Eventually.within(Duration.ofSeconds(120), () -> {
            Deployment failing = on.deploy("1.2.0");
            assertEquals(failing.message(), Result.RETURNED, failing.result());
        });
        on.assertServes(host, "1.0.0");
    }

    @Test
    public void aDeploymentThatIsStillAtWorkNoticesIt() throws Exception {
        on.with(new Strategy.RollingUpdate("1", 0, Duration.ofSeconds(1)));
        Deployer deployer = new Deployer(on.connector(), event -> {
            on.events.add(event);
            if (event.text().startsWith("batch 2")) {
                reboot();
            }
        });

        Deployment deployment = deployer.run(on.request("1.1.0"));

        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        assertTrue(deployment.message(), deployment.message().contains("h1: 1.1.0 did not stay up"));
        on.assertServes("1.0.0");
    }

    private void linger() throws Exception {
        for (Fleet.Host each : fleet.hosts()) {
            fleet.exec(each, "loginctl", "enable-linger", "deploy");
        }
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertTrue(
                        on.deployer().plan(on.request("1.1.0")).hosts().stream().allMatch(Plan.HostPlan::rebootSafe)));
    }

    private void dieBeforeItSettles() throws Exception {
        Mortal mortal = new Mortal(on.connector());
        Deployer deployer = new Deployer(
                mortal,
                event -> {
                    if (event.text().startsWith("healthy, proof")) {
                        mortal.die();
                    }
                },
                ServiceOnHost.LEASE);
        DeployRequest request = on.request("1.1.0");
        Future<?> running = background.submit(() -> deployer.run(request));
        mortal.awaitDeath();
        running.cancel(true);
    }

    private void finishes() throws Exception {
        Eventually.within(Duration.ofSeconds(120), () -> {
            Deployment again = on.deploy("1.1.0");
            assertEquals(again.message(), Result.SUCCEEDED, again.result());
        });
        on.assertServes("1.1.0");
    }

    private void reboot() {
        fleet.kill(host);
        fleet.start(host);
    }

    private String journal() {
        return root("tail -n 1 /opt/shop/journal.jsonl");
    }

    private String root(String script) {
        return fleet.exec(host, "sh", "-c", script);
    }
}
