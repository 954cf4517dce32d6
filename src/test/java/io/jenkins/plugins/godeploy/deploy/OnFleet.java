package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.EnvironmentBuilder;
import io.jenkins.plugins.godeploy.config.Hook;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.shell.Shell;
import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.SshEndpoint;
import io.jenkins.plugins.godeploy.ssh.TrileadClient;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.FlipCounter;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Deploys the shop to a fleet of test hosts and looks at what serves there. */
final class OnFleet {
    static final HealthCheck.Timing QUICK =
            new HealthCheck.Timing(Duration.ofSeconds(2), Duration.ofMillis(200), 2, Duration.ofSeconds(4));

    final List<DeployEvent> events = new CopyOnWriteArrayList<>();
    private final Fleet fleet;
    private Strategy strategy = new Strategy.RollingUpdate("2", 0, Duration.ZERO);
    private ServiceManager manager = new ServiceManager.Systemd(List.of("shop.service"));
    private Proof proof = Proof.NONE;
    private List<Hook> hooks = List.of();
    private Duration deadline;
    private HealthCheck health = new HealthCheck.Http("http://localhost:8080/healthz", 0, QUICK);

    OnFleet(Fleet fleet) {
        this.fleet = fleet;
    }

    OnFleet with(Strategy other) {
        strategy = other;
        return this;
    }

    OnFleet with(ServiceManager other) {
        manager = other;
        return this;
    }

    OnFleet with(HealthCheck other) {
        health = other;
        return this;
    }

    OnFleet with(Proof weakest) {
        proof = weakest;
        return this;
    }

    OnFleet with(List<Hook> commands) {
        hooks = commands;
        return this;
    }

    OnFleet within(Duration longest) {
        deadline = longest;
        return this;
    }

    /** Plain commands that start the shop as the deploying user. */
    static ServiceManager commands(String pidFile) {
        return new ServiceManager.Commands(
                "SHOP_ADDR=:8080 setsid current/shop </dev/null >shared/shop.log 2>&1 & echo $! >shared/shop.pid",
                "test ! -e shared/shop.pid || { pid=$(cat shared/shop.pid); kill $pid 2>/dev/null; while kill -0 $pid"
                        + " 2>/dev/null; do sleep 0.1; done; rm -f shared/shop.pid; }",
                "test -e shared/shop.pid && kill -0 $(cat shared/shop.pid)",
                pidFile);
    }

    Environment environment() {
        EnvironmentBuilder builder = new EnvironmentBuilder("test", "shop")
                .ssh(new SshSettings(
                        fleet.user(),
                        null,
                        fleet.identityFile().toString(),
                        fleet.knownHosts().toString(),
                        null,
                        null,
                        SshSettings.CONNECT_TIMEOUT))
                .manager(manager)
                .strategy(strategy)
                .health(health)
                .proof(proof)
                .hooks(hooks)
                .deadline(deadline)
                .keep(2);
        fleet.hosts().forEach(host -> builder.host(new Host(host.name(), host.address(), host.port())));
        return builder.build();
    }

    Deployment deploy(String version) throws InterruptedException {
        return deployer().run(request(version));
    }

    DeployRequest request(String version) {
        Shop.Built built = Shop.version(version);
        return DeployRequest.deploy(
                UUID.randomUUID().toString(), "shop", environment(), built.release(), built.dist(), "tester", null);
    }

    Deployment rollback(String to) throws InterruptedException {
        return deployer()
                .run(DeployRequest.rollback(UUID.randomUUID().toString(), "shop", environment(), to, "tester", null));
    }

    /** As {@link #deploy(String)}, with a lease of the test's and somebody who acts when something happens. */
    Deployment deploy(DeployRequest request, Duration lease, DeployListener act) throws InterruptedException {
        return deployer(lease, act).run(request);
    }

    Deployer deployer(Duration lease, DeployListener act) {
        return new Deployer(
                connector(),
                event -> {
                    events.add(event);
                    act.on(event);
                },
                lease);
    }

    Deployer deployer() {
        return new Deployer(connector(), events::add);
    }

    Connector connector() {
        KnownHosts knownHosts = KnownHosts.parse(read(fleet.knownHosts()), "known_hosts");
        String key = read(fleet.identityFile());
        TrileadClient client = new TrileadClient();
        return host -> client.connect(
                new SshEndpoint(host.name(), host.address(), host.port(), fleet.user()),
                null,
                new SshCredential("test key", key.toCharArray(), null),
                knownHosts,
                Duration.ofSeconds(20));
    }

    /** As {@link #connector}, to the first host through a counting relay that starts to count after authentication. */
    Connector connectorThrough(FlipCounter wire) {
        String line = read(fleet.knownHosts())
                .lines()
                .filter(l -> l.split(" ")[0].contains(fleet.host(1).address()))
                .findFirst()
                .orElseThrow();
        KnownHosts knownHosts =
                KnownHosts.parse("[127.0.0.1]:" + wire.port() + line.substring(line.indexOf(' ')), "known_hosts");
        String key = read(fleet.identityFile());
        return host -> {
            SshConnection connection = new TrileadClient()
                    .connect(
                            new SshEndpoint(host.name(), "127.0.0.1", wire.port(), fleet.user()),
                            null,
                            new SshCredential("test key", key.toCharArray(), null),
                            knownHosts,
                            Duration.ofSeconds(20));
            wire.start();
            return connection;
        };
    }

    /** From now on this version does not start on this host. */
    void breakOn(Fleet.Host host, String version) {
        String dropIn = "[Service]\nExecStartPre=/bin/sh -c '! readlink /opt/shop/current | grep -q "
                + Shop.version(version).id() + "'\n";
        fleet.exec(
                host,
                "sh",
                "-c",
                "mkdir -p /run/systemd/system/shop.service.d && printf %s " + Shell.quote(dropIn)
                        + " >/run/systemd/system/shop.service.d/fault.conf && systemctl daemon-reload");
    }

    void assertServes(String version) {
        fleet.hosts().forEach(host -> assertServes(host, version));
    }

    void assertServes(Fleet.Host host, String version) {
        String body = fleet.exec(host, "curl", "-s", "-m", "5", "http://localhost:8080/version");
        assertTrue(host.name() + " serves " + body, body.contains("\"version\":\"" + version + "\""));
        assertEquals(
                "releases/" + Shop.version(version).id(),
                fleet.exec(host, "readlink", "/opt/shop/current").strip());
    }

    /** Sets a line of the first host's sshd_config; the fleet's reset takes it back. */
    void sshd(String line) throws Exception {
        fleet.exec(
                fleet.host(1),
                "sh",
                "-c",
                "echo " + Shell.quote(line) + " >/etc/ssh/sshd_config.d/test.conf && systemctl reload ssh");
        // It executes itself anew and does not listen for a moment
        Eventually.within(Duration.ofSeconds(20), () -> {
            try {
                assertEquals("there", ssh("printf there"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Standard output of a command that the deploying user runs on the first host, through SSH. */
    String ssh(String command) throws IOException, InterruptedException {
        Fleet.Host first = fleet.host(1);
        try (SshConnection connection = connector().connect(new Host(first.name(), first.address(), first.port()))) {
            return connection.run(command, null, Duration.ofSeconds(20), null).stdout();
        }
    }

    String lock(Fleet.Host host) {
        return fleet.exec(host, "sh", "-c", "cat /opt/shop/lock 2>/dev/null || echo state free");
    }

    String active(Fleet.Host host) {
        return fleet.exec(host, "sh", "-c", "systemctl is-active shop.service || true")
                .strip();
    }

    String pid(Fleet.Host host) {
        return fleet.exec(host, "systemctl", "show", "-p", "MainPID", "shop.service")
                .strip();
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
