package io.jenkins.plugins.godeploy.jenkins.turn;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.Test;

public class WaitLineTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Claim OWN = Claims.of("shop/feature", "production");

    @Test
    public void itNamesTheBuildAndWhatItDoesSinceWhen() {
        assertEquals(
                "Waits for shop/main #12, which deploys shop to production since 2 min.",
                line(Claims.of("shop/main", "production"), Duration.ofSeconds(150), true));
        assertEquals(
                "Waits for shop/back #12, which rolls shop back in production since less than a minute.",
                line(Claims.rollback("shop/back", "production"), Duration.ofSeconds(59), true));
        assertEquals(
                "Waits for by/hand #12, which deploys shop on the same hosts since 2 h 5 min.",
                line(Claims.on("by/hand", "/opt/shop", "web1:22"), Duration.ofMinutes(125), true));
    }

    @Test
    public void oneThatWaitsItselfIsSaidToWait() {
        Place ahead = new Place(Claims.of("shop/main", "production"), null);

        assertEquals(
                "Waits for shop/main #12, which came before and waits to deploy shop to production.",
                WaitLine.of(OWN, ahead, true, NOW));
    }

    @Test
    public void aJobThatIsNotToBeNamedIsAnotherJob() {
        assertEquals(
                "Waits for another job, which deploys shop to production since 1 min.",
                line(Claims.of("secret", "production"), Duration.ofMinutes(1), false));
    }

    @Test
    public void whereAnUnnamedJobDeploysToIsNotSaidEither() {
        assertEquals(
                "Waits for another job, which deploys something on the same hosts since 1 min.",
                line(Claims.of("secret", "secret-environment"), Duration.ofMinutes(1), false));
    }

    private static String line(Claim ahead, Duration since, boolean named) {
        return WaitLine.of(OWN, new Place(ahead, NOW.minus(since)), named, NOW);
    }
}
