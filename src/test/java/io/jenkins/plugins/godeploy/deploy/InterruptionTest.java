package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Fleet;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** A deployer that dies or is stopped leaves every host on one good release, and running it again finishes. */
public class InterruptionTest {
    private static final Duration LEASE = Duration.ofSeconds(6);

    @ClassRule
    public static final Fleet fleet = Fleet.require(2);

    private final OnFleet on = new OnFleet(fleet);
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    @Before
    public void oneReleaseServes() throws Exception {
        fleet.resetAll();
        on.deploy("1.0.0");
    }

    @After
    public void end() {
        background.shutdownNow();
    }

    @Test
    public void aDeployerThatDiesWhileItSendsChangesNothing() throws Exception {
        dieIn(Phase.SEND, "1.1.0");

        on.assertServes("1.0.0");
        finishes("1.1.0");
    }

    @Test
    public void aDeployerThatDiesWhileItSwitchesLeavesTheHostsToTheirWatchers() throws Exception {
        dieIn(Phase.SWITCH, "1.1.0");

        Eventually.within(Duration.ofSeconds(60), () -> on.assertServes("1.0.0"));
        finishes("1.1.0");
    }

    @Test
    public void aDeployerThatDiesBeforeItSettlesLeavesTheHostsToTheirWatchers() throws Exception {
        dieIn(Phase.PROVE, "1.1.0");

        Eventually.within(Duration.ofSeconds(60), () -> on.assertServes("1.0.0"));
        String journal = fleet.exec(fleet.host(1), "tail", "-n", "1", "/opt/shop/journal.jsonl");
        assertTrue(
                journal,
                journal.contains("\"event\":\"withdrawn\"") && journal.contains("no word from the deployment"));
        finishes("1.1.0");
    }

    @Test
    public void theSameDeploymentTakenUpBeforeTheWatcherActsFinishes() throws Exception {
        DeployRequest request = on.request("1.1.0");
        die(request, Phase.PROVE, Duration.ofSeconds(60));

        Deployment again = on.deployer().run(request);

        assertEquals(again.message(), Result.SUCCEEDED, again.result());
        on.assertServes("1.1.0");
    }

    @Test
    public void anotherDeploymentWaitsForTheLeaseOfOneThatDied() throws Exception {
        die(on.request("1.1.0"), Phase.PROVE, Duration.ofSeconds(60));

        Deployment other = on.deploy("1.0.0");

        assertEquals(Result.REFUSED, other.result());
        assertTrue(other.message(), other.message().contains("another deployment is at work there, by tester"));
    }

    @Test
    public void aDeploymentThatIsStoppedPutsEveryHostBack() throws Exception {
        Deployer deployer = new Deployer(on.connector(), event -> on.events.add(event));
        Future<Deployment> running = background.submit(() -> deployer.run(on.request("1.2.0")));
        Eventually.within(
                Duration.ofSeconds(60),
                () -> assertTrue(on.events.stream()
                        .anyMatch(e -> e.phase() == Phase.PROVE && e.text().contains("503"))));

        deployer.stop();

        Deployment deployment = running.get();
        assertEquals(deployment.message(), Result.STOPPED, deployment.result());
        on.assertServes("1.0.0");
    }

    @Test
    public void aDeploymentThatIsStoppedBeforeItSwitchesChangesNothing() throws Exception {
        Deployer deployer = on.deployer();
        deployer.stop();

        Deployment deployment = deployer.run(on.request("1.1.0"));

        assertEquals(deployment.message(), Result.STOPPED, deployment.result());
        on.assertServes("1.0.0");
    }

    @Test
    public void aDeploymentThatIsStoppedLeavesNoHostAheadOfTheOthers() throws Exception {
        on.with(new Strategy.RollingUpdate("1", 1, Duration.ZERO));
        Deployment deployment = stoppedWhen(
                "1.1.0", event -> event.host().equals("h2") && event.text().equals("healthy 1/2"));

        assertEquals(deployment.message(), Result.STOPPED, deployment.result());
        on.assertServes("1.0.0");
    }

    @Test
    public void aDeploymentOfWhatServesAlreadyRestartsNothingWhenItIsStopped() throws Exception {
        on.deploy("1.1.0");
        String pid = on.pid(fleet.host(1));

        Deployment deployment = stoppedWhen("1.1.0", event -> event.text().equals("healthy 1/2"));

        assertEquals(deployment.message(), Result.STOPPED, deployment.result());
        assertEquals(pid, on.pid(fleet.host(1)));
        on.assertServes("1.1.0");
    }

    @Test
    public void aServiceOfPlainCommandsThatItsWatcherStartedTakesTheNextDeployment() throws Exception {
        fleet.resetAll();
        on.with(OnFleet.commands("shared/shop.pid"));
        fleet.hosts().forEach(host -> fleet.exec(host, "install", "-d", "-o", "deploy", "/opt/shop/shared"));
        on.deploy("1.0.0");
        dieIn(Phase.PROVE, "1.1.0");

        Eventually.within(Duration.ofSeconds(60), () -> fleet.hosts()
                .forEach(host -> assertTrue(
                        fleet.exec(host, "tail", "-n", "1", "/opt/shop/journal.jsonl"),
                        fleet.exec(host, "tail", "-n", "1", "/opt/shop/journal.jsonl")
                                .contains("\"event\":\"withdrawn\""))));
        Deployment again = on.deploy("1.1.0");

        assertEquals(again.message(), Result.SUCCEEDED, again.result());
    }

    @Test
    public void aHostThatWaitsForTheOthersIsReachedAgainWhenItsConnectionIsLost() throws Exception {
        on.with(new Strategy.RollingUpdate("1", 0, Duration.ofSeconds(12)));
        Map<String, SshConnection> connections = new ConcurrentHashMap<>();
        Deployer deployer = new Deployer(
                remembering(connections),
                event -> {
                    if ("h1".equals(event.host()) && event.text().startsWith("healthy, proof")) {
                        connections.get("h1").close();
                    }
                },
                LEASE);

        Deployment deployment = deployer.run(on.request("1.1.0"));

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        on.assertServes("1.1.0");
    }

    @Test
    public void aDeploymentThatTakesLongerThanItsDeadlinePutsEveryHostBack() throws Exception {
        on.with(new Strategy.RollingUpdate("1", 0, Duration.ofMinutes(5))).within(Duration.ofSeconds(15));

        Deployment deployment = on.deploy("1.1.0");

        assertEquals(deployment.message(), Result.RETURNED, deployment.result());
        assertTrue(
                deployment.message(),
                deployment
                        .message()
                        .startsWith("The deployment took longer than its deadline of 15s; every host is back on the"
                                + " release before."));
        on.assertServes("1.0.0");
    }

    @Test
    public void aTransferWhoseConnectionIsLostIsMadeAgain() throws Exception {
        Map<String, SshConnection> connections = new ConcurrentHashMap<>();
        AtomicReference<String> lost = new AtomicReference<>();
        Deployer deployer = new Deployer(remembering(connections), event -> {
            on.events.add(event);
            if (event.phase() == Phase.SEND && "h1".equals(event.host()) && lost.compareAndSet(null, event.text())) {
                connections.get("h1").close();
            }
        });

        Deployment deployment = deployer.run(on.request("1.1.0"));

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        assertTrue(on.events.toString(), on.events.stream().anyMatch(event -> event.text()
                .startsWith("once more, because: ")));
        on.assertServes("1.1.0");
        assertEquals(
                "", fleet.exec(fleet.host(1), "sh", "-c", "ls -d /opt/shop/releases/.incoming-* 2>/dev/null || true"));
    }

    @Test
    public void aHostThatBreaksTheFirstConnectionsIsReachedAllTheSame() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Deployer deployer = new Deployer(
                host -> {
                    if (host.name().equals("h1") && tries.incrementAndGet() < 4) {
                        throw new SshException(SshException.Reason.CONNECTION, "h1 reset the connection.");
                    }
                    return on.connector().connect(host);
                },
                on.events::add);

        Deployment deployment = deployer.run(on.request("1.1.0"));

        assertEquals(deployment.message(), Result.SUCCEEDED, deployment.result());
        assertEquals(4, tries.get());
    }

    private Connector remembering(Map<String, SshConnection> connections) {
        return host -> {
            SshConnection connection = on.connector().connect(host);
            connections.put(host.name(), connection);
            return connection;
        };
    }

    private Deployment stoppedWhen(String version, Predicate<DeployEvent> when) throws Exception {
        AtomicReference<Deployer> deployer = new AtomicReference<>();
        deployer.set(new Deployer(on.connector(), event -> {
            if (event.host() != null && when.test(event)) {
                deployer.get().stop();
            }
        }));
        return deployer.get().run(on.request(version));
    }

    private void finishes(String version) throws Exception {
        Eventually.within(Duration.ofSeconds(60), () -> {
            Deployment again = on.deploy(version);
            assertEquals(again.message(), Result.SUCCEEDED, again.result());
        });
        on.assertServes(version);
    }

    private void dieIn(Phase phase, String version) throws Exception {
        die(on.request(version), phase, LEASE);
    }

    private void die(DeployRequest request, Phase phase, Duration lease) throws Exception {
        Mortal mortal = new Mortal(on.connector());
        Deployer deployer = new Deployer(
                mortal,
                event -> {
                    if (event.phase() == phase) {
                        mortal.die();
                    }
                },
                lease);
        Future<?> running = background.submit(() -> deployer.run(request));
        mortal.awaitDeath();
        running.cancel(true);
    }
}
