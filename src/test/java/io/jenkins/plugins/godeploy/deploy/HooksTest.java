package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Hook;
import io.jenkins.plugins.godeploy.config.Hook.Place;
import io.jenkins.plugins.godeploy.config.Hook.When;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.process.LocalProcessRunner;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Commands of the user's before and after phases. */
public class HooksTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(2);

    @Rule
    public final TemporaryFolder workspace = new TemporaryFolder();

    private final OnFleet on = new OnFleet(fleet);
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    @Before
    public void oneReleaseServes() throws Exception {
        fleet.resetAll();
        on.deploy("1.0.0");
        on.events.clear();
    }

    @After
    public void end() {
        background.shutdownNow();
        fleet.hosts().forEach(host -> assertTrue(on.lock(host), on.lock(host).contains("state free")));
    }

    @Test
    public void theyRunOnBothSidesOfEveryPhaseOnEachHost() throws Exception {
        List<Hook> hooks = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (When when : When.values()) {
                if (phase != Phase.LOOK || when == When.AFTER) {
                    hooks.add(host(when, phase, "echo \"$GO_DEPLOY_WHEN $GO_DEPLOY_PHASE\" >>hooks.log"));
                }
            }
        }
        on.with(hooks);

        assertResult(Result.SUCCEEDED, on.deploy("1.1.0"));
        assertResult(Result.RETURNED, on.deploy("1.2.0"));

        String good = "after look\nbefore send\nafter send\nbefore switch\nafter switch\nbefore prove\nafter prove\n"
                + "before settle\nafter settle\n";
        String bad = "after look\nbefore send\nafter send\nbefore switch\nafter switch\nbefore prove\n"
                + "before return\nafter return\n";
        fleet.hosts().forEach(host -> assertEquals(good + bad, fleet.exec(host, "cat", "/opt/shop/hooks.log")));
    }

    @Test
    public void theyAreToldWhatIsDeployedAndNothingSecret() throws Exception {
        on.with(List.of(host(When.BEFORE, Phase.SWITCH, "env | sort")));

        Deployment deployment = on.deploy("1.1.0");

        List<String> said = said("h1", "hook before switch: GO_DEPLOY_");
        assertEquals(
                List.of(
                        "ACTOR=tester",
                        "ADDRESS=" + fleet.host(1).address(),
                        "BEFORE=" + Shop.version("1.0.0").id(),
                        "DEPLOYMENT=" + deployment.id(),
                        "ENVIRONMENT=test",
                        "HOST=h1",
                        "KIND=deploy",
                        "PATH=/opt/shop",
                        "PHASE=switch",
                        "RELEASE=" + Shop.version("1.1.0").id(),
                        "SERVICE=shop",
                        "URL=",
                        "VERSION=1.1.0",
                        "WHEN=before"),
                said);
    }

    @Test
    public void oneThatFailsBeforeTheSwitchLeavesTheHostAsItIs() throws Exception {
        on.with(List.of(host(When.BEFORE, Phase.SWITCH, "echo cannot drain; exit 3")));

        Deployment deployment = on.deploy("1.1.0");

        assertResult(Result.REFUSED, deployment);
        assertTrue(
                deployment.message(),
                deployment.message().contains("h1: the hook before switch ended with 3: cannot drain."));
        on.assertServes("1.0.0");
    }

    @Test
    public void oneThatFailsAfterTheProofTakesTheReleaseBack() throws Exception {
        on.with(List.of(host(When.AFTER, Phase.PROVE, "false")));

        Deployment deployment = on.deploy("1.1.0");

        assertResult(Result.RETURNED, deployment);
        on.assertServes("1.0.0");
    }

    @Test
    public void oneThatFailsBeforeTheHostsSettleTakesAllBack() throws Exception {
        on.with(new Strategy.RollingUpdate("1", 0, Duration.ZERO));
        on.with(List.of(host(When.BEFORE, Phase.SETTLE, "test \"$GO_DEPLOY_HOST\" = h1")));

        Deployment deployment = on.deploy("1.1.0");

        assertResult(Result.RETURNED, deployment);
        on.assertServes("1.0.0");
    }

    @Test
    public void oneThatFailsAfterAllIsOnlyTold() throws Exception {
        on.with(List.of(host(When.AFTER, Phase.SETTLE, "exit 4")));

        Deployment deployment = on.deploy("1.1.0");

        assertResult(Result.SUCCEEDED, deployment);
        assertTrue(deployment.message(), deployment.message().contains("h1: the hook after settle ended with 4."));
        on.assertServes("1.1.0");
    }

    @Test
    public void oneThatHangsIsEndedWithItsChildren() throws Exception {
        Hook hook = new Hook(
                When.BEFORE, Phase.SWITCH, "trap '' TERM; sleep 300", Place.HOST, Duration.ofSeconds(1), false);
        on.with(List.of(hook));

        Deployment deployment = on.deploy("1.1.0");

        assertResult(Result.REFUSED, deployment);
        assertTrue(deployment.message(), deployment.message().contains("did not end within 1 s"));
        assertEquals("", fleet.exec(fleet.host(1), "sh", "-c", "pgrep -u deploy -x sleep || true"));
    }

    @Test
    public void oneThatTakesLongerThanALeaseKeepsTheHost() throws Exception {
        on.with(new Strategy.RollingUpdate("1", 0, Duration.ZERO));
        on.with(List.of(host(When.AFTER, Phase.SWITCH, "sleep 8")));

        Deployment deployment = on.deploy(on.request("1.1.0"), Duration.ofSeconds(3), event -> {});

        assertResult(Result.SUCCEEDED, deployment);
    }

    @Test
    public void whatRunsOnceRunsOnOneHostAndNotAgainOnARetry() throws Exception {
        on.with(List.of(once("echo migrated >>migrations.log"), host(When.AFTER, Phase.PROVE, "test -e go")));
        assertResult(Result.RETURNED, on.deploy("1.1.0"));
        fleet.hosts().forEach(host -> fleet.exec(host, "touch", "/opt/shop/go"));

        assertResult(Result.SUCCEEDED, on.deploy("1.1.0"));

        assertEquals("migrated\n", migrations());
    }

    @Test
    public void whatRunsOnceRunsAgainWhereItHasFailed() throws Exception {
        on.with(List.of(once("echo tried >>migrations.log; test -e go")));
        Deployment first = on.deploy("1.1.0");
        assertResult(Result.REFUSED, first);
        on.assertServes("1.0.0");
        fleet.hosts().forEach(host -> fleet.exec(host, "touch", "/opt/shop/go"));

        assertResult(Result.SUCCEEDED, on.deploy("1.1.0"));

        assertEquals("tried\ntried\n", migrations());
    }

    @Test
    public void whatRunsOnceDoesNotRunInARollback() throws Exception {
        on.deploy("1.1.0");
        on.with(List.of(once("echo migrated >>migrations.log")));

        assertResult(Result.SUCCEEDED, on.rollback(null));

        assertEquals("", migrations());
    }

    @Test
    public void whatRanOnceIsKnownAlthoughItsDeployerDied() throws Exception {
        on.with(new Strategy.RollingUpdate("1", 0, Duration.ZERO));
        on.with(List.of(once("echo migrated >>migrations.log")));
        Mortal mortal = new Mortal(on.connector());
        Deployer deployer = new Deployer(
                mortal,
                event -> {
                    if (event.phase() == Phase.SWITCH && event.text().startsWith("to ")) {
                        mortal.die();
                    }
                },
                Duration.ofSeconds(2));
        DeployRequest request = on.request("1.1.0");
        Future<?> running = background.submit(() -> deployer.run(request));
        mortal.awaitDeath();
        running.cancel(true);

        Eventually.within(Duration.ofSeconds(60), () -> assertResult(Result.SUCCEEDED, on.deploy("1.1.0")));

        assertEquals("migrated\n", migrations());
    }

    @Test
    public void theyRunAtTheAgentForEachHost() throws Exception {
        Path log = workspace.getRoot().toPath().resolve("agent.log");
        on.with(List.of(
                agent(When.BEFORE, Phase.LOOK, "echo \"look $GO_DEPLOY_HOST [$GO_DEPLOY_BEFORE]\" >>agent.log", false),
                agent(When.BEFORE, Phase.SWITCH, "echo \"once $GO_DEPLOY_VERSION\" >>agent.log", true),
                agent(When.AFTER, Phase.PROVE, "echo \"proved $GO_DEPLOY_HOST\" >>agent.log", false)));
        on.with(new Strategy.RollingUpdate("1", 0, Duration.ZERO));

        assertResult(Result.SUCCEEDED, agentDeployer().run(on.request("1.1.0")));

        assertEquals(
                List.of("look h1 []", "look h2 []"),
                Files.readAllLines(log).subList(0, 2).stream().sorted().toList());
        assertEquals(
                List.of("once 1.1.0", "proved h1", "proved h2"),
                Files.readAllLines(log).subList(2, 5));
    }

    @Test
    public void oneAtTheAgentThatHangsIsEndedAndItsOutputIsBounded() throws Exception {
        Hook hook = new Hook(
                When.BEFORE, Phase.SWITCH, "seq 1 100000; exec sleep 300", Place.AGENT, Duration.ofSeconds(3), false);
        on.with(List.of(hook));

        Deployment deployment = agentDeployer().run(on.request("1.1.0"));

        assertResult(Result.REFUSED, deployment);
        assertTrue(deployment.message(), deployment.message().contains("did not end within 3 s"));
        List<String> said = said("h1", "hook before switch: ");
        assertEquals(said.toString(), 41, said.size());
        assertEquals("100000", said.get(40));
    }

    @Test
    public void oneAtTheAgentIsRefusedWhereNothingCanBeStartedThere() {
        on.with(List.of(agent(When.BEFORE, Phase.SWITCH, "true", false)));

        BadInputException refusal = assertThrows(BadInputException.class, () -> on.deploy("1.1.0"));

        assertTrue(
                refusal.getMessage(),
                refusal.getMessage().startsWith("Environment test has the hook before switch at the agent"));
        on.assertServes("1.0.0");
    }

    private Deployer agentDeployer() {
        return new Deployer(
                on.connector(),
                on.events::add,
                new LocalProcessRunner(workspace.getRoot().toPath()));
    }

    private static Hook host(When when, Phase phase, String run) {
        return new Hook(when, phase, run, Place.HOST, Duration.ofSeconds(20), false);
    }

    private static Hook once(String run) {
        return new Hook(When.BEFORE, Phase.SWITCH, run, Place.HOST, Duration.ofSeconds(20), true);
    }

    private static Hook agent(When when, Phase phase, String run, boolean once) {
        return new Hook(when, phase, run, Place.AGENT, Duration.ofSeconds(20), once);
    }

    private List<String> said(String host, String prefix) {
        return on.events.stream()
                .filter(event -> host.equals(event.host()) && event.text().startsWith(prefix))
                .map(event -> event.text().substring(prefix.length()))
                .sorted(Comparator.comparing((String text) -> !text.startsWith("begins")))
                .toList();
    }

    /** Of all hosts. */
    private String migrations() {
        StringBuilder all = new StringBuilder();
        fleet.hosts()
                .forEach(host ->
                        all.append(fleet.exec(host, "sh", "-c", "cat /opt/shop/migrations.log 2>/dev/null || true")));
        return all.toString();
    }

    private static void assertResult(Result expected, Deployment deployment) {
        assertEquals(deployment.message(), expected, deployment.result());
    }
}
