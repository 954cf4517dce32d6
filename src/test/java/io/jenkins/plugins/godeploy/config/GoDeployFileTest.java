package io.jenkins.plugins.godeploy.config;

import static io.jenkins.plugins.godeploy.config.GoDeployFile.Reader.COMMAND_LINE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.release.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class GoDeployFileTest {
    @Test
    public void readsAWholeFile() {
        Project project = parse("""
                service: shop
                build: {main: ./cmd/shop, binary: shop, targets: [linux/amd64, linux/arm64], env: [GOFLAGS=-mod=vendor]}
                environments:
                  production:
                    ssh: {user: deploy, credentialsId: deploy-key, identityFile: ~/.ssh/id_ed25519, knownHosts: known_hosts}
                    hosts: [web1.example.org, {name: web2, address: 10.0.0.2, port: 2222}]
                    path: /opt/shop
                    units: [shop.service]
                    strategy: {rollingUpdate: {batch: 2, maxFailures: 1, pause: 500ms}}
                    health: {httpHealth: {url: "http://localhost:8080/healthz", timeout: 5s, interval: 1s, successes: 3, deadline: 60s}}
                    branches: "main|release-.*"
                    keep: 7
                    proof: exact
                """);

        assertEquals("./cmd/shop", project.build().main());
        assertEquals(
                List.of(Target.parse("linux/amd64"), Target.parse("linux/arm64")),
                project.build().targets());
        assertEquals(Map.of("GOFLAGS", "-mod=vendor"), project.build().env());
        assertEquals(
                new Environment(
                        "production",
                        new SshSettings("deploy", "deploy-key", "~/.ssh/id_ed25519", "known_hosts", null, null, null),
                        List.of(
                                new Host("web1.example.org", "web1.example.org", 22),
                                new Host("web2", "10.0.0.2", 2222)),
                        "/opt/shop",
                        new ServiceManager.Systemd(List.of("shop.service")),
                        new Strategy.RollingUpdate("2", 1, Duration.ofMillis(500)),
                        new HealthCheck.Http(
                                "http://localhost:8080/healthz",
                                0,
                                new HealthCheck.Timing(
                                        Duration.ofSeconds(5), Duration.ofSeconds(1), 3, Duration.ofSeconds(60))),
                        "main|release-.*",
                        7,
                        Proof.EXACT,
                        List.of(),
                        null),
                project.environment("production"));
    }

    @Test
    public void aUserAndAHostAreEnough() {
        Environment environment = parse("""
                        service: shop
                        environments:
                          production:
                            ssh: {user: deploy}
                            hosts: [web1]
                        """).environment("production");

        assertEquals("/opt/shop", environment.path());
        assertEquals(new ServiceManager.Systemd(List.of("shop.service")), environment.manager());
        assertNull(environment.health());
    }

    @Test
    public void otherManagersStrategiesAndChecksAreRead() {
        Environment user =
                environment("userUnits: [shop.service]", "strategy: allAtOnce", "health: {tcpHealth: {port: 8080}}");
        Environment commands = environment(
                "commands: {start: bin/start, stop: bin/stop, status: bin/status, pidFile: shared/shop.pid}",
                "strategy: {allAtOnce: {}}",
                "health: {commandHealth: {command: 'curl -fsS https://localhost/healthz', successes: 1}}");

        assertEquals(new ServiceManager.SystemdUser(List.of("shop.service")), user.manager());
        assertEquals(new Strategy.AllAtOnce(), user.strategy());
        assertEquals(new HealthCheck.Tcp("127.0.0.1", 8080, HealthCheck.Timing.DEFAULT), user.health());
        assertEquals(
                new ServiceManager.Commands("bin/start", "bin/stop", "bin/status", "shared/shop.pid"),
                commands.manager());
        assertEquals(new Strategy.AllAtOnce(), commands.strategy());
        assertEquals(1, commands.health().timing().successes());
    }

    @Test
    public void aCanaryIsRead() {
        Project project = parse("""
                service: shop
                environments:
                  production:
                    ssh: {user: deploy}
                    hosts: [a, b, c, d]
                    strategy: {canary: {hosts: 25%, bake: 10m, check: {tcpHealth: {port: 8080}}, batch: 2, maxFailures: 1, pause: 5s}}
                  staging: {ssh: {user: deploy}, hosts: [a, b], strategy: canary}
                """);

        assertEquals(
                new Strategy.Canary(
                        "25%",
                        Duration.ofMinutes(10),
                        new HealthCheck.Tcp("127.0.0.1", 8080, HealthCheck.Timing.DEFAULT),
                        new Strategy.RollingUpdate("2", 1, Duration.ofSeconds(5))),
                project.environment("production").strategy());
        assertEquals(
                new Strategy.Canary("1", Duration.ofMinutes(5), null, Strategy.RollingUpdate.DEFAULT),
                project.environment("staging").strategy());
    }

    @Test
    public void hooksAndADeadlineAreRead() {
        Environment environment = environment(
                "hooks:",
                "  - {before: switch, run: bin/drain, timeout: 30s}",
                "  - {after: settle, at: agent, run: ./announce, once: true}",
                "deadline: 30m");

        assertEquals(
                List.of(
                        new Hook(
                                Hook.When.BEFORE,
                                Phase.SWITCH,
                                "bin/drain",
                                Hook.Place.HOST,
                                Duration.ofSeconds(30),
                                false),
                        new Hook(
                                Hook.When.AFTER,
                                Phase.SETTLE,
                                "./announce",
                                Hook.Place.AGENT,
                                Duration.ofMinutes(1),
                                true)),
                environment.hooks());
        assertEquals(Duration.ofMinutes(30), environment.deadline());
    }

    @Test
    public void aWholeValueMayBeAnAlias() {
        Project project = parse("""
                service: shop
                environments:
                  staging: {ssh: &ssh {user: deploy}, hosts: [a]}
                  production: {ssh: *ssh, hosts: [b]}
                """);

        assertEquals("deploy", project.environment("production").ssh().user());
    }

    @Test
    public void environmentsKeepTheirOrder() {
        Project project = parse("""
                service: shop
                environments:
                  zeta: {ssh: {user: deploy}, hosts: [a]}
                  alpha: {ssh: {user: deploy}, hosts: [a]}
                """);

        assertEquals(
                List.of("zeta", "alpha"), List.copyOf(project.environments().keySet()));
    }

    @Test
    public void anEnvironmentThatIsNotThereNamesTheNearest() {
        Project project = parse("service: shop\nenvironments: {production: {ssh: {user: deploy}, hosts: [a]}}\n");

        BadInputException complaint = assertThrows(BadInputException.class, () -> project.environment("producton"));

        assertEquals("There is no environment 'producton'; did you mean 'production'?", complaint.getMessage());
    }

    private static Environment environment(String... lines) {
        return parse("service: shop\nenvironments:\n  production:\n    ssh: {user: deploy}\n    hosts: [web1]\n    "
                        + String.join("\n    ", lines) + "\n")
                .environment("production");
    }

    private static Project parse(String text) {
        return GoDeployFile.parse(text, "godeploy.yaml", COMMAND_LINE);
    }
}
