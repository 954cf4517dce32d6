package io.jenkins.plugins.godeploy.jenkins.turn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;

public class TurnsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final Timeout timeout = Timeout.seconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> endedBuilds = ConcurrentHashMap.newKeySet();
    /** For whom a deployment waits: "who for whom". */
    private final BlockingQueue<String> waits = new LinkedBlockingQueue<>();
    /** Who got its turn. */
    private final BlockingQueue<String> turnsGot = new LinkedBlockingQueue<>();

    private Path file;
    private Turns turns;

    @Before
    public void start() throws Exception {
        file = folder.getRoot().toPath().resolve("go-deploy/turns.json");
        restart();
    }

    @After
    public void stop() {
        threads.shutdownNow();
    }

    /** What a new process of Jenkins knows: the file alone. */
    private void restart() throws Exception {
        Path copy = folder.getRoot().toPath().resolve("before.json");
        if (Files.exists(file)) {
            Files.move(file, copy);
            file = folder.newFolder().toPath().resolve("turns.json");
            Files.move(copy, file);
        }
        turns = new Turns(new PlacesFile(file), claim -> !endedBuilds.contains(claim.job()), Duration.ofMillis(20));
    }

    @Test
    public void whatIsNotInTheWayGoesAtOnce() throws Exception {
        assertEquals("a", turn(Claims.of("a", "production")));
        assertEquals("b", turn(Claims.of("b", "staging")));
        assertTrue(waits.isEmpty());
    }

    @Test
    public void theyGoOneByOneInTheOrderInWhichTheyCame() throws Exception {
        turn(Claims.of("a", "production"));
        waits(Claims.of("b", "production"), "b for a");
        waits(Claims.of("c", "production"), "c for a");

        turns.leave("a");
        assertEquals("b", turnsGot.take());
        assertEquals("c for b", waits.take());
        assertNull("c goes while b has its turn", turnsGot.poll(200, TimeUnit.MILLISECONDS));

        turns.leave("b");
        assertEquals("c", turnsGot.take());
    }

    @Test
    public void nobodyOvertakesOneThatWaits() throws Exception {
        turn(Claims.on("a", "/opt/shop", "web1:22"));
        waits(Claims.on("b", "/opt/shop", "web1:22", "web2:22"), "b for a");

        waits(Claims.on("c", "/opt/shop", "web2:22"), "c for b");

        turns.leave("a");
        assertEquals("b", turnsGot.take());
    }

    @Test
    public void oneThatIsInterruptedLeavesTheOthersTheirOrder() throws Exception {
        turn(Claims.of("a", "production"));
        Future<?> second = waits(Claims.of("b", "production"), "b for a");
        waits(Claims.of("c", "production"), "c for a");

        second.cancel(true);
        turns.leave("b");
        turns.leave("a");

        assertEquals("c", turnsGot.take());
    }

    @Test
    public void anInterruptedOneSaysSo() throws Exception {
        turn(Claims.of("a", "production"));
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> turns.take(Claims.of("b", "production"), ahead -> {}));
    }

    @Test
    public void afterARestartWhoeverHadItsTurnHasItBeforeThoseWhoWait() throws Exception {
        turn(Claims.of("a", "production"));
        waits(Claims.of("b", "production"), "b for a");

        restart();
        waits(Claims.of("c", "production"), "c for a");
        waits(Claims.of("b", "production"), "b for a");
        assertEquals("a", turn(Claims.of("a", "production")));

        turns.leave("a");
        assertEquals("b", turnsGot.take());
    }

    @Test
    public void afterARestartABuildThatIsGoneHasNoTurnAnyMore() throws Exception {
        turn(Claims.of("a", "production"));
        restart();
        waits(Claims.of("b", "production"), "b for a");

        endedBuilds.add("a");

        assertEquals("b", turnsGot.take());
    }

    @Test
    public void oneThatDeploysIsNotAskedWhetherItsBuildRuns() throws Exception {
        turn(Claims.of("a", "production"));
        endedBuilds.add("a");

        waits(Claims.of("b", "production"), "b for a");
        assertNull(turnsGot.poll(200, TimeUnit.MILLISECONDS));
    }

    @Test
    public void leavingWithoutAPlaceIsNothing() throws Exception {
        turns.leave("nobody");

        assertFalse(Files.exists(file));
    }

    @Test
    public void aDamagedFileKeepsNobodyFromDeploying() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"places\": [{\"id\": 7}]}");

        assertEquals("a", turn(Claims.of("a", "production")));
        assertEquals(List.of("a"), idsOf(new PlacesFile(file).read()));
    }

    @Test
    public void theFileKeepsAllOfAPlace() throws Exception {
        turn(Claims.on("a", "/opt/shop", "web1:22"));
        turn(Claims.rollback("b", "production"));

        List<Place> read = new PlacesFile(file).read();

        assertEquals(Claims.on("a", "/opt/shop", "web1:22"), read.get(0).claim());
        assertEquals(Claims.rollback("b", "production"), read.get(1).claim());
        assertTrue(read.get(0).since() != null);
    }

    private static List<String> idsOf(List<Place> places) {
        return places.stream().map(place -> place.claim().id()).toList();
    }

    /** Who gets its turn when this one asks. */
    private String turn(Claim claim) throws Exception {
        ask(claim);
        return turnsGot.take();
    }

    private Future<?> waits(Claim claim, String expected) throws InterruptedException {
        Future<?> asked = ask(claim);
        assertEquals(expected, waits.take());
        return asked;
    }

    private Future<?> ask(Claim claim) {
        Turns asked = turns;
        return threads.submit(() -> {
            asked.take(
                    claim,
                    ahead -> waits.add(claim.id() + " for " + ahead.claim().id()));
            turnsGot.add(claim.id());
            return null;
        });
    }
}
