package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.shell.Shell;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** A release that several units run: restarted in their order, and returned together. */
public class UnitsTest {
    private static final String WORKER = """
            [Service]
            Type=exec
            ExecStart=/opt/shop/current/shop -addr :8081
            User=shop
            """;

    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    private final OnFleet on =
            new OnFleet(fleet).with(new ServiceManager.Systemd(List.of("shop.service", "shop-worker.service")));
    private Fleet.Host host;

    @Before
    public void oneReleaseServes() throws Exception {
        fleet.resetAll();
        host = fleet.host(1);
        root("printf %s " + Shell.quote(WORKER)
                + " >/etc/systemd/system/shop-worker.service && systemctl daemon-reload");
        for (String verb : List.of("restart", "stop", "reset-failed")) {
            root("echo 'deploy ALL=(root) NOPASSWD: /usr/bin/systemctl " + verb
                    + " shop-worker.service' >>/etc/sudoers.d/deploy");
        }
        Deployment first = on.deploy("1.0.0");
        assertEquals(first.message(), Result.SUCCEEDED, first.result());
    }

    @After
    public void noWorkerStays() {
        root("systemctl stop shop-worker.service; systemctl reset-failed shop-worker.service 2>/dev/null;"
                + " rm -rf /etc/systemd/system/shop-worker.service /run/systemd/system/shop-worker.service.d;"
                + " systemctl daemon-reload");
    }

    @Test
    public void allAreRestartedInTheirOrder() throws Exception {
        Deployment deployment = on.deploy("1.1.0");

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        assertServe("1.1.0");
        assertTrue(started("shop.service") < started("shop-worker.service"));
    }

    @Test
    public void allGoBackWhenTheLastOneDoesNotStart() throws Exception {
        breakWorker();

        Deployment deployment = on.deploy("1.1.0");

        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        assertServe("1.0.0");
    }

    @Test
    public void theLogOfAFailureIsThatOfAllUnits() throws Exception {
        breakWorker();

        List<String> log = on.deploy("1.1.0").hosts().get(0).log();

        assertTrue(log.toString(), log.stream().anyMatch(line -> line.contains("shop-worker")));
    }

    private void breakWorker() {
        String dropIn = "[Service]\nExecStartPre=/bin/sh -c '! readlink /opt/shop/current | grep -q "
                + Shop.version("1.1.0").id() + "'\n";
        root("mkdir -p /run/systemd/system/shop-worker.service.d && printf %s " + Shell.quote(dropIn)
                + " >/run/systemd/system/shop-worker.service.d/fault.conf && systemctl daemon-reload");
    }

    private void assertServe(String version) throws Exception {
        on.assertServes(version);
        Eventually.within(Duration.ofSeconds(10), () -> {
            String worker = root("curl -s -m 5 http://localhost:8081/version || true");
            assertTrue(worker, worker.contains("\"version\":\"" + version + "\""));
        });
    }

    private long started(String unit) {
        return Long.parseLong(root("systemctl show --value -p ExecMainStartTimestampMonotonic " + unit)
                .strip());
    }

    private String root(String script) {
        return fleet.exec(host, "sh", "-c", script);
    }
}
