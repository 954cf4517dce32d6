package io.jenkins.plugins.godeploy.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.ssh.SshClients;
import java.time.Duration;
import java.util.List;
import org.junit.Test;

public class EnvironmentRulesTest {
    private final EnvironmentBuilder environment = new EnvironmentBuilder("production", "shop").ssh(ssh("deploy"));

    @Test
    public void whatIsNotSaidHasOneDefault() {
        Environment made = environment.host(HostLine.parse("web1")).build();

        assertEquals("/opt/shop", made.path());
        assertEquals(new ServiceManager.Systemd(List.of("shop.service")), made.manager());
        assertEquals(new Strategy.RollingUpdate("1", 0, Duration.ZERO), made.strategy());
        assertEquals(5, made.keep());
        assertEquals(Proof.STARTED, made.proof());
    }

    @Test
    public void commandsWithoutPidFileProveNothingByDefault() {
        Environment made = environment
                .host(HostLine.parse("web1"))
                .manager(new ServiceManager.Commands("bin/start", "bin/stop", "bin/status", null))
                .build();

        assertEquals(Proof.NONE, made.proof());
    }

    @Test
    public void aProofThatCannotBeHadIsRefused() {
        environment
                .host(HostLine.parse("web1"))
                .manager(new ServiceManager.Commands("bin/start", "bin/stop", "bin/status", null))
                .proof(Proof.EXACT);

        assertRefused("The proof exact cannot be had from commands without a pidFile", environment::build);
    }

    @Test
    public void anEnvironmentNeedsHosts() {
        assertRefused("Environment production has no hosts; it needs at least one.", environment::build);
    }

    @Test
    public void aNameIsTakenOnce() {
        environment.host(new Host("web1", "10.0.0.1", 22)).host(new Host("WEB1", "10.0.0.2", 22));

        assertRefused("Environment production has the host WEB1 twice", environment::build);
    }

    @Test
    public void anAddressWithItsPortIsTakenOnce() {
        environment.host(new Host("web1", "10.0.0.1", 22)).host(new Host("web2", "10.0.0.1", 22));

        assertRefused("web1 and web2 are both 10.0.0.1 port 22", environment::build);
    }

    @Test
    public void twoPortsOfAnAddressAreTwoHosts() {
        Environment made = environment
                .host(new Host("web1", "10.0.0.1", 22))
                .host(new Host("web2", "10.0.0.1", 2222))
                .build();

        assertEquals(2, made.hosts().size());
    }

    @Test
    public void pathsOfTheirOwnAreTaken() {
        for (String path : new String[] {"/opt/shop", "/srv/www/shop-2", "/home/deploy/shop", "/usr/local/shop"}) {
            PathRule.service(path);
        }
    }

    @Test
    public void pathsThatAreNotCleanAreRefused() {
        String[] paths = {
            "",
            "opt/shop",
            "~/shop",
            "/opt/../etc",
            "/opt/./shop",
            "/opt//shop",
            "/opt/shop/",
            "/opt/my shop",
            "/opt/'shop",
            "/opt/\"shop",
            "/opt/shop\n",
            "/opt/shop\0",
            "/opt/$HOME",
            "/opt/商店",
            "/opt/a;b",
            "/" + "a".repeat(300)
        };
        for (String path : paths) {
            assertRefused("is not valid; it takes an absolute path", () -> PathRule.service(path));
        }
        assertRefused("is not valid", () -> PathRule.service(null));
    }

    @Test
    public void pathsOfTheSystemAreRefused() {
        String[] paths = {
            "/etc",
            "/etc/shop",
            "/usr",
            "/usr/bin",
            "/usr/local",
            "/usr/local/bin",
            "/bin",
            "/opt",
            "/var",
            "/var/lib",
            "/tmp",
            "/home",
            "/root",
            "/proc/1",
            "/dev/shm",
            "/boot"
        };
        for (String path : paths) {
            assertRefused(path, () -> PathRule.service(path));
        }
        assertRefused("is not valid", () -> PathRule.service("/"));
    }

    @Test
    public void unitsOfSystemdAreTaken() {
        for (String unit : new String[] {"shop.service", "shop@blue.service", "shop-api.service", "a:b_c.d.service"}) {
            ServiceManagerRules.unit(unit);
        }
        ServiceManagerRules.units(List.of("shop.service", "mail.service"));
    }

    @Test
    public void otherUnitsAreRefused() {
        String[] units = {
            "",
            "shop",
            "-H.service",
            "--now.service",
            "shop.exe",
            "shop.socket",
            "shop service.service",
            "shop@.service",
            "../shop.service",
            "shop;id.service",
            "*.service",
            "shop.service\n",
            "a".repeat(250) + ".service"
        };
        for (String unit : units) {
            assertRefused("is not the name of a systemd service", () -> ServiceManagerRules.unit(unit));
        }
    }

    @Test
    public void listsOfUnitsNameEachOnce() {
        assertRefused("is empty", () -> ServiceManagerRules.units(List.of()));
        assertRefused(
                "The unit a.service is listed twice",
                () -> ServiceManagerRules.units(List.of("a.service", "a.service")));
    }

    @Test
    public void commandsAreOneLine() {
        assertRefused("is empty", () -> ServiceManagerRules.command("commands.start", " "));
        assertRefused("line break", () -> ServiceManagerRules.command("commands.start", "a\nb"));
        assertRefused("control character", () -> ServiceManagerRules.command("commands.start", "a\0b"));
        assertRefused("5000 characters", () -> ServiceManagerRules.command("commands.start", "a".repeat(5000)));
    }

    @Test
    public void batchesAreNumbersOrShares() {
        for (String batch : new String[] {"1", "2", "10", "1%", "25%", "100%"}) {
            EnvironmentRules.batch(batch);
        }
        for (String batch : new String[] {"", "0", "-1", "0%", "101%", "2.5", "half", "2 ", "１"}) {
            assertRefused("The batch '" + batch + "' is not valid", () -> EnvironmentRules.batch(batch));
        }
    }

    @Test
    public void failuresAreNotNegative() {
        assertRefused("maxFailures is -1", () -> EnvironmentRules.maxFailures(-1));
    }

    @Test
    public void atLeastTwoReleasesAreKept() {
        assertRefused("keep is 1; it takes 2 to 1000", () -> EnvironmentRules.keep(1));
    }

    @Test
    public void branchesAreARegularExpression() {
        EnvironmentRules.branches("main|release-.*");

        assertRefused("is not a regular expression: Unclosed group", () -> EnvironmentRules.branches("(main"));
        assertRefused("empty", () -> EnvironmentRules.branches(""));
    }

    @Test
    public void usersAreNames() {
        for (String user : new String[] {"deploy", "_svc", "Deploy.Bot", "a-b"}) {
            EnvironmentRules.user(user);
        }
        for (String user : new String[] {"", "-oProxyCommand=id", "a b", "a@b", "a;b", "1a", "a".repeat(33), "部署"}) {
            assertRefused("is not the name of a user", () -> EnvironmentRules.user(user));
        }
    }

    @Test
    public void hostKeysComeFromOnePlace() {
        assertRefused(
                "Both knownHosts and hostKeys",
                () -> new SshSettings("deploy", null, null, "known_hosts", "web1 ssh-ed25519 AAAA", null, null));
    }

    @Test
    public void clientsAreThoseThatThereAre() {
        for (String client : SshClients.NAMES) {
            assertEquals(client, withClient(client).client());
            assertNotNull(SshClients.named(client));
        }
        assertEquals("auto", withClient(null).client());
        assertRefused(
                "There is no SSH client 'openssh'; there are auto, trilead and mina.", () -> withClient("openssh"));
    }

    private static SshSettings withClient(String client) {
        return new SshSettings("deploy", null, null, null, null, null, null, client, null, null);
    }

    @Test
    public void certificatesAreLinesOfOpenSsh() {
        String line = "ssh-ed25519-cert-v01@openssh.com AAAA go-deploy";
        assertEquals(line, withCertificate(null, line + "\n").certificate());
        assertRefused("ssh-keygen -s", () -> withCertificate(null, "ssh-ed25519 AAAA"));
        assertRefused("ssh-keygen -s", () -> withCertificate(null, line + "\n" + line));
        assertRefused("Both certificateFile and certificate", () -> withCertificate("id-cert.pub", line));
    }

    private static SshSettings withCertificate(String file, String line) {
        return new SshSettings("deploy", null, null, file, line, null, null, null, null, null);
    }

    @Test
    public void connectTimeoutsAreSane() {
        assertRefused(
                "connectTimeout is 100ms; it takes 1s to 10m.",
                () -> new SshSettings("deploy", null, null, null, null, null, Duration.ofMillis(100)));
    }

    @Test
    public void healthUrlsAreHttp() {
        HealthRules.url("http://localhost:8080/healthz?full=1");
        HealthRules.url("http://[::1]:8080/");

        for (String url :
                new String[] {"", "localhost:8080", "/healthz", "ftp://localhost/", "http:///x", "http://a b/"}) {
            assertRefused("it takes one such as http://localhost:8080/healthz", () -> HealthRules.url(url));
        }
        assertRefused("no valid port", () -> HealthRules.url("http://localhost:99999/"));
        assertRefused("after '#'", () -> HealthRules.url("http://localhost/#x"));
    }

    @Test
    public void httpsIsAnsweredWithTheWayToDoIt() {
        assertRefused(
                "commandHealth with a command such as curl -fsS https://localhost/healthz",
                () -> HealthRules.url("https://localhost/healthz"));
    }

    @Test
    public void aPasswordInAHealthUrlIsRefusedAndNotRepeated() {
        BadInputException complaint =
                assertThrows(BadInputException.class, () -> HealthRules.url("http://admin:hunter2@localhost/"));

        assertTrue(complaint.getMessage(), complaint.getMessage().contains("user name or password"));
        assertTrue(complaint.getMessage(), !complaint.getMessage().contains("hunter2"));
    }

    @Test
    public void aCheckMustBeAbleToPass() {
        HealthCheck.Timing never =
                new HealthCheck.Timing(Duration.ofSeconds(1), Duration.ofSeconds(10), 4, Duration.ofSeconds(30));

        assertRefused("can never pass", () -> HealthRules.timing(never));
    }

    @Test
    public void timingIsSane() {
        Duration second = Duration.ofSeconds(1);
        assertRefused(
                "timeout is 0s", () -> HealthRules.timing(new HealthCheck.Timing(Duration.ZERO, second, 1, second)));
        assertRefused("successes is 0", () -> HealthRules.timing(new HealthCheck.Timing(second, second, 0, second)));
        assertRefused(
                "deadline is 2h",
                () -> HealthRules.timing(new HealthCheck.Timing(second, second, 1, Duration.ofHours(2))));
    }

    @Test
    public void hostsAreWordsWithOrWithoutPort() {
        assertEquals(new Host("web1.example.org", "web1.example.org", 22), HostLine.parse("web1.example.org"));
        assertEquals(new Host("10.0.0.2", "10.0.0.2", 2222), HostLine.parse("10.0.0.2:2222"));
        assertEquals(new Host("web2", "10.0.0.2", 2222), HostLine.parse("web2=10.0.0.2:2222"));
        assertEquals(new Host("web2", "10.0.0.2", 22), HostLine.parse("web2=10.0.0.2"));
        assertEquals(new Host("web3", "2001:db8::3", 22), HostLine.parse("web3=[2001:db8::3]"));
        assertEquals(new Host("web3", "2001:db8::3", 2222), HostLine.parse("web3=[2001:db8::3]:2222"));
        assertRefused("is not a host name", () -> HostLine.parse("=10.0.0.2"));
        assertRefused("is not an address", () -> HostLine.parse("web2="));
        assertRefused("brackets, as in web1=[2001:db8::1]:22", () -> HostLine.parse("web3=2001:db8::3"));
        assertRefused("name of its own", () -> HostLine.parse("[2001:db8::3]:22"));
        assertRefused("'x' is not a port", () -> HostLine.parse("web3=[2001:db8::3]x"));
        assertRefused("IPv6", () -> HostLine.parse("2001:db8::1"));
        assertRefused("'http' is not a port", () -> HostLine.parse("web1:http"));
        assertRefused("99999 is not a port", () -> HostLine.parse("web1:99999"));
        assertRefused("is not a host name", () -> HostLine.parse("-oProxyCommand=id"));
    }

    private static SshSettings ssh(String user) {
        return new SshSettings(user, null, null, null, null, null, null);
    }

    private static void assertRefused(String words, Runnable action) {
        BadInputException complaint = assertThrows(words, BadInputException.class, action::run);
        assertTrue(complaint.getMessage(), complaint.getMessage().contains(words));
    }
}
