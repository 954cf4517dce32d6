package io.jenkins.plugins.godeploy.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FleetTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(3);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final Fleet.Host host = fleet.host(2);

    @Before
    public void pristine() {
        fleet.reset(host);
    }

    @Test
    public void hostsAwaitTheirFirstDeployment() {
        for (Fleet.Host each : fleet.hosts()) {
            assertEquals("deploy\n", fleet.exec(each, "stat", "-c", "%U", "/opt/shop"));
            assertEquals("", fleet.exec(each, "ls", "-A", "/opt/shop"));
            assertEquals("enabled\n", fleet.exec(each, "systemctl", "is-enabled", "shop.service"));
            assertEquals("inactive\n", state(each));
        }
    }

    @Test
    public void deployHasTheRightsThatADeploymentNeedsAndNoOthers() {
        ssh("sudo -n /usr/bin/systemctl restart shop.service");
        ssh("sudo -n /usr/bin/systemctl reset-failed shop.service");
        ssh("journalctl --unit=shop.service --lines=1");
        assertThrows(AssertionError.class, () -> ssh("sudo -n /usr/bin/systemctl restart ssh.service"));
        assertThrows(AssertionError.class, () -> ssh("sudo -n /usr/bin/systemctl restart shop.service ssh.service"));
    }

    @Test
    public void servesTheShopAndForgetsIt() throws Exception {
        Machine.require("go", "ssh");
        Path binary = temporary.getRoot().toPath().resolve("shop");
        ProcessBuilder build = new ProcessBuilder("go", "build", "-o", binary.toString(), "./cmd/shop");
        build.directory(Machine.project().resolve("src/demo/shop").toFile());
        build.environment().put("CGO_ENABLED", "0");
        Command.run(build);

        ssh(
                "cd /opt/shop && mkdir -p releases/1 && cat >releases/1/shop && chmod 755 releases/1/shop"
                        + " && ln -s releases/1 current && sudo -n systemctl restart shop.service",
                ProcessBuilder.Redirect.from(binary.toFile()));
        assertEquals(200, health());

        fleet.reset(host);
        assertEquals("", fleet.exec(host, "ls", "-A", "/opt/shop"));
        assertThrows(IOException.class, this::health);
    }

    @Test
    public void comesBackAfterThePlugWasPulled() {
        ssh("touch /opt/shop/kept");
        fleet.kill(host);
        assertThrows(AssertionError.class, () -> ssh("true"));
        fleet.start(host);
        ssh("test -e /opt/shop/kept");
    }

    @Test
    public void fallsSilentWhenItsNetworkIsCut() {
        fleet.cut(host);
        AssertionError silent = assertThrows(AssertionError.class, () -> ssh("true"));
        assertTrue(silent.getMessage(), silent.getMessage().contains("timed out"));
        fleet.mend(host);
        ssh("true");
    }

    private String state(Fleet.Host host) {
        return fleet.exec(host, "systemctl", "show", "--property=ActiveState", "--value", "shop.service");
    }

    private void ssh(String command) {
        ssh(command, ProcessBuilder.Redirect.PIPE);
    }

    private void ssh(String command, ProcessBuilder.Redirect input) {
        Command.run(new ProcessBuilder(
                        "ssh",
                        "-F" + fleet.knownHosts().resolveSibling("ssh_config"),
                        "-oConnectTimeout=2",
                        host.name(),
                        command)
                .redirectInput(input));
    }

    /** Status of the shop's health check; it may need a moment to come up. */
    private int health() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host.address() + ":8080/healthz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                return HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException e) {
                if (attempt == 20) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
