package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Fleet;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** What starts and stops the service, and what asks whether it is healthy. */
public class ManagersTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    private final OnFleet on = new OnFleet(fleet);
    private Fleet.Host host;

    @Before
    public void pristine() {
        fleet.resetAll();
        host = fleet.host(1);
    }

    @Test
    public void theUsersOwnSystemdIsProvedExactly() throws Exception {
        root("loginctl enable-linger deploy");
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertEquals(
                        "running",
                        on.ssh("XDG_RUNTIME_DIR=/run/user/1000 systemctl --user is-system-running")
                                .strip()));
        on.with(new ServiceManager.SystemdUser(List.of("shop.service")));

        assertMainJob(Proof.EXACT);
    }

    @Test
    public void plainCommandsWithAPidFileAreProvedExactly() throws Exception {
        on.with(OnFleet.commands("shared/shop.pid"));
        on.ssh("mkdir -p /opt/shop/shared");

        assertMainJob(Proof.EXACT);
    }

    @Test
    public void plainCommandsWithoutAPidFileAreSpokenForByTheHealthCheckAlone() throws Exception {
        on.with(OnFleet.commands(null));
        on.ssh("mkdir -p /opt/shop/shared");

        assertMainJob(Proof.NONE);
    }

    @Test
    public void aUnitThatIsNeitherEnabledNorRunning() throws Exception {
        root("systemctl disable --quiet shop.service && systemctl daemon-reload");
        try {
            assertMainJob(Proof.STARTED);
        } finally {
            root("systemctl enable --quiet shop.service");
        }
    }

    @Test
    public void anEnvironmentMayRequireTheExactProof() throws Exception {
        on.with(Proof.EXACT);

        Deployment deployment = on.deploy("1.0.0");

        assertEquals(Result.RETURNED, deployment.result());
        assertTrue(
                deployment.message(),
                deployment
                        .message()
                        .contains("the environment requires the proof 'exact', and only 'started' was reached"));
    }

    @Test
    public void healthByHttpWhereForwardingIsProhibited() throws Exception {
        on.sshd("AllowTcpForwarding no");

        assertMainJob(Proof.STARTED);
    }

    @Test
    public void healthByHttpWhereForwardingIsProhibitedAndPythonHasToAsk() throws Exception {
        on.sshd("AllowTcpForwarding no");
        root("mv /usr/bin/curl /usr/bin/curl.away");
        try {
            assertResult(Result.SUCCEEDED, on.deploy("1.0.0"));
            assertResult(Result.RETURNED, on.deploy("1.2.0"));
        } finally {
            root("mv /usr/bin/curl.away /usr/bin/curl");
        }
    }

    @Test
    public void healthByTcp() throws Exception {
        on.with(new HealthCheck.Tcp("localhost", 8080, OnFleet.QUICK));
        assertResult(Result.SUCCEEDED, on.deploy("1.0.0"));
        on.with(new HealthCheck.Tcp("localhost", 8089, OnFleet.QUICK));

        Deployment deployment = on.deploy("1.1.0");

        assertTrue(
                deployment.message(),
                deployment.message().contains("port 8089 of localhost does not accept connections"));
    }

    @Test
    public void healthByCommand() throws Exception {
        on.with(new HealthCheck.Command("curl -fsS http://localhost:8080/healthz", OnFleet.QUICK));
        assertResult(Result.SUCCEEDED, on.deploy("1.0.0"));

        Deployment deployment = on.deploy("1.2.0");

        assertResult(Result.RETURNED, deployment);
        assertTrue(deployment.message(), deployment.message().contains("the health command ended with 22: curl: (22)"));
    }

    private void assertMainJob(Proof proof) throws Exception {
        Deployment first = on.deploy("1.0.0");
        assertResult(Result.SUCCEEDED, first);
        assertEquals(proof, first.hosts().get(0).proof());
        Deployment second = on.deploy("1.1.0");
        assertResult(Result.SUCCEEDED, second);
        assertEquals(proof, second.hosts().get(0).proof());
        assertResult(Result.RETURNED, on.deploy("1.2.0"));
        on.assertServes("1.1.0");
    }

    private static void assertResult(Result expected, Deployment deployment) {
        assertEquals(deployment.message(), expected, deployment.result());
    }

    private void root(String script) {
        fleet.exec(host, "sh", "-c", script);
    }
}
