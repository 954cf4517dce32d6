package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.config.Strategy;
import java.time.Duration;
import java.util.List;
import org.junit.Test;

public class BatchesTest {
    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");

    @Test
    public void allAtOnceIsOneBatch() {
        assertEquals(List.of(FIVE), Batches.of(FIVE, new Strategy.AllAtOnce()));
    }

    @Test
    public void aNumberOfHosts() {
        assertEquals(List.of(List.of("a", "b"), List.of("c", "d"), List.of("e")), rolling("2"));
    }

    @Test
    public void aShareIsRoundedDownSoThatItNeverTakesMoreCapacity() {
        assertEquals(List.of(List.of("a", "b"), List.of("c", "d"), List.of("e")), rolling("50%"));
    }

    @Test
    public void aShareOfLessThanAHostIsOneHost() {
        assertEquals(5, rolling("10%").size());
    }

    @Test
    public void moreThanThereAreIsAll() {
        assertEquals(List.of(FIVE), rolling("9"));
    }

    @Test
    public void theFirstBatchOfACanaryIsTheCanary() {
        Strategy strategy =
                new Strategy.Canary("20%", Duration.ZERO, null, new Strategy.RollingUpdate("50%", 0, Duration.ZERO));

        assertEquals(List.of(List.of("a"), List.of("b", "c"), List.of("d", "e")), Batches.of(FIVE, strategy));
    }

    @Test
    public void aShareThatGoesBackIsOneOfTheWholeFleet() {
        Strategy strategy = new Strategy.RollingUpdate("50%", 0, Duration.ZERO);

        assertEquals(List.of(List.of("a", "b"), List.of("c")), Batches.back(List.of("a", "b", "c"), strategy, 5));
    }

    private static List<List<String>> rolling(String batch) {
        return Batches.of(FIVE, new Strategy.RollingUpdate(batch, 0, Duration.ZERO));
    }
}
