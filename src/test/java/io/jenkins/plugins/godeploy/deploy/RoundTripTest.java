package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.FlipCounter;
import java.util.UUID;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** A host far away: each round trip on the wire is one that the deployment waits for. */
public class RoundTripTest {
    /** Start of the shell, look, switch, prove, settle: the start costs one of its own, the look rides along. */
    private static final int ROUND_TRIPS = 5;

    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    @Before
    public void pristine() {
        fleet.resetAll();
    }

    @Test
    public void aDeploymentWithNothingToSendTakesFiveRoundTripsAfterAuthentication() throws Exception {
        OnFleet on = new OnFleet(fleet).with((HealthCheck) null);
        on.deploy("1.0.0");
        on.deploy("1.1.0");

        assertRoundTrips(on, "1.0.0");
    }

    @Test
    public void soDoesARollback() throws Exception {
        OnFleet on = new OnFleet(fleet).with((HealthCheck) null);
        on.deploy("1.0.0");
        on.deploy("1.1.0");

        assertRoundTrips(on, null);
    }

    private static void assertRoundTrips(OnFleet on, String version) throws Exception {
        try (FlipCounter wire =
                new FlipCounter(fleet.host(1).address(), fleet.host(1).port())) {
            Deployer deployer = new Deployer(on.connectorThrough(wire), on.events::add);
            DeployRequest request = version == null
                    ? DeployRequest.rollback(UUID.randomUUID().toString(), "shop", on.environment(), null, null, null)
                    : on.request(version);

            Deployment deployment = deployer.run(request);

            assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
            assertEquals(0, deployment.bytesSent());
            assertEquals("round trips", ROUND_TRIPS, wire.flips());
        }
    }
}
