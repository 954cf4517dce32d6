package io.jenkins.plugins.godeploy.history;

import static io.jenkins.plugins.godeploy.deploy.Deployment.Kind.DEPLOY;
import static io.jenkins.plugins.godeploy.deploy.Deployment.Kind.ROLLBACK;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class FourKeysTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final List<HistoryEntry> entries = new ArrayList<>();

    @Test
    public void withoutDeploymentsNothingIsKnown() {
        FourKeys keys = keys();

        assertEquals(new FourKeys(0, 0, 0, null, null), keys);
        assertNull(keys.changeFailureRate());
    }

    @Test
    public void deploymentsThatSucceededAreCounted() {
        add(1, DEPLOY, Result.SUCCEEDED, "shop");
        add(2, DEPLOY, Result.FAILED, "shop");
        add(3, ROLLBACK, Result.SUCCEEDED, "shop");
        add(4, DEPLOY, Result.REFUSED, "shop");
        add(5, DEPLOY, Result.STOPPED, "shop");
        add(6, DEPLOY, Result.SUCCEEDED, "till");

        assertEquals(2, keys().deployments());
        assertEquals(3, keys().attempts());
        assertEquals(1, keys().failures());
        assertEquals(1.0 / 3, keys().changeFailureRate(), 1e-9);
    }

    @Test
    public void whatBeganBeforeOrAfterIsNotCounted() {
        add(-1, DEPLOY, Result.SUCCEEDED, "shop");
        add(0, DEPLOY, Result.SUCCEEDED, "shop");
        add(24 * 7, DEPLOY, Result.SUCCEEDED, "shop");

        assertEquals(1, keys().deployments());
    }

    @Test
    public void theLeadTimeIsTheMedianFromTheCommit() {
        add(10, DEPLOY, Result.SUCCEEDED, "shop", 8);
        add(20, DEPLOY, Result.SUCCEEDED, "shop", 17);
        add(30, DEPLOY, Result.SUCCEEDED, "shop", 0);
        add(40, DEPLOY, Result.FAILED, "shop", 39);

        assertEquals(Duration.ofHours(3).plusMinutes(1), keys().leadTime());
    }

    @Test
    public void aReleaseThatIsRolledBackNextHasFailed() {
        add(1, DEPLOY, Result.SUCCEEDED, "shop");
        add(2, DEPLOY, Result.REFUSED, "shop");
        add(3, ROLLBACK, Result.SUCCEEDED, "till");
        assertEquals(0, keys().failures());

        add(4, ROLLBACK, Result.SUCCEEDED, "shop");
        assertEquals(1, keys().failures());
        assertEquals(Duration.ofHours(3), keys().timeToRestore());
    }

    @Test
    public void aFailureLastsUntilTheNextSuccessThere() {
        add(1, DEPLOY, Result.FAILED, "shop");
        assertNull(keys().timeToRestore());
        add(2, DEPLOY, Result.SUCCEEDED, "till");
        assertNull(keys().timeToRestore());
        add(3, DEPLOY, Result.REFUSED, "shop");
        add(5, DEPLOY, Result.SUCCEEDED, "shop");

        assertEquals(Duration.ofHours(4), keys().timeToRestore());
    }

    @Test
    public void aDeploymentThatReturnedWasRestoredByItself() {
        add(1, DEPLOY, Result.RETURNED, "shop");
        add(50, DEPLOY, Result.SUCCEEDED, "shop");

        assertEquals(Duration.ofMinutes(1), keys().timeToRestore());
        assertEquals(0.5, keys().changeFailureRate(), 0);
    }

    private FourKeys keys() {
        return FourKeys.of(entries, START, START.plus(Duration.ofDays(7)));
    }

    private void add(int hour, Deployment.Kind kind, Result result, String service) {
        add(hour, kind, result, service, null);
    }

    /** A deployment of one minute, of a commit at another hour. */
    private void add(int hour, Deployment.Kind kind, Result result, String service, Integer commitHour) {
        Instant at = START.plus(Duration.ofHours(hour));
        entries.add(new HistoryEntry(
                entries.size() + 1,
                kind,
                service,
                "production",
                "1",
                "1-0123456789ab",
                null,
                commitHour == null ? null : START.plus(Duration.ofHours(commitHour)),
                result,
                at,
                at.plus(Duration.ofMinutes(1)),
                "alice",
                null,
                null,
                List.of("1-0123456789ab"),
                List.of("web1"),
                1));
    }
}
