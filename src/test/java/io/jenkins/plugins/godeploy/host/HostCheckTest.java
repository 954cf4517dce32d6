package io.jenkins.plugins.godeploy.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.TrileadClient;
import io.jenkins.plugins.godeploy.testing.Fleet;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** A look at real hosts, of which one is not as it should be. */
public class HostCheckTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(2);

    private String keys;

    @Before
    public void freshHosts() throws Exception {
        fleet.resetAll();
        keys = Files.readString(fleet.knownHosts());
    }

    @Test
    public void hostsThatAreReadySaySo() throws Exception {
        for (HostCheck.Finding finding : check("shop.service", keys, false)) {
            assertTrue(finding.sentence(), finding.ready());
            assertTrue(finding.sentence(), finding.sentence().contains(" as deploy, no release yet, "));
        }
    }

    @Test
    public void nothingIsLeftOnAHostAndNoLockIsTaken() throws Exception {
        check("shop.service", keys, false);

        assertEquals("", fleet.exec(fleet.host(1), "ls", "-A", "/opt/shop"));
    }

    @Test
    public void eachHostSaysWhatIsWrongWithItself() throws Exception {
        root("chown root /opt/shop");

        List<HostCheck.Finding> findings = check("shop.service", keys, false);

        assertTrue(findings.get(0).ready());
        assertEquals(
                new HostCheck.Finding(
                        false,
                        "h2: /opt/shop is not writable for deploy; it has to belong to the deploying user: sudo chown"
                                + " deploy /opt/shop."),
                findings.get(1));
    }

    @Test
    public void aUnitThatSudoDoesNotAllowIsNamedWithItsLine() throws Exception {
        root("rm /etc/sudoers.d/*");

        HostCheck.Finding finding = check("shop.service", keys, false).get(1);

        assertFalse(finding.ready());
        assertTrue(finding.sentence(), finding.sentence().contains("the line for sudoers is: deploy ALL=(root)"));
    }

    @Test
    public void aMissingUnitIsNamed() throws Exception {
        assertEquals(
                "h1: there is no unit blog.service; install it, or correct the environment's units.",
                check("blog.service", keys, false).get(0).sentence());
    }

    @Test
    public void aWrongHostKeyIsRefusedEvenWhereTheFirstIsAccepted() throws Exception {
        String swapped = swapped();

        for (boolean acceptFirst : new boolean[] {false, true}) {
            HostCheck.Finding finding =
                    check("shop.service", swapped, acceptFirst).get(0);
            assertFalse(finding.ready());
            assertTrue(finding.sentence(), finding.sentence().contains("presents another key than the one in line "));
        }
    }

    @Test
    public void anUnknownHostIsRefusedUnlessTheFirstKeyIsAccepted() throws Exception {
        HostCheck.Finding refused = check("shop.service", "", false).get(0);
        HostCheck.Finding accepted = check("shop.service", "", true).get(0);

        assertFalse(refused.ready());
        assertTrue(refused.sentence(), refused.sentence().contains("host keys has no key for it"));
        assertTrue(accepted.sentence(), accepted.ready());
        String line = keys.lines()
                .filter(known -> known.contains(fleet.host(1).address()))
                .findFirst()
                .orElseThrow();
        assertTrue(
                accepted.sentence(),
                accepted.sentence()
                        .contains(" The first deployment would accept and remember the key "
                                + KnownHosts.fingerprint(line)));
    }

    @Test
    public void withoutAServiceOnlyTheLoginIsTried() throws Exception {
        root("rm -rf /opt/shop");

        HostCheck.Finding finding = check(null, keys, false).get(1);

        assertTrue(finding.ready());
        assertTrue(finding.sentence(), finding.sentence().startsWith("h2: the login as deploy works; name a service"));
    }

    /** The hosts' keys, each under the other's name. */
    private String swapped() {
        List<String> lines = keys.lines().filter(line -> !line.isBlank()).toList();
        StringBuilder swapped = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).split(" ", 2)[0];
            String key = lines.get((i + 1) % lines.size()).split(" ", 2)[1];
            swapped.append(name).append(' ').append(key).append('\n');
        }
        return swapped.toString();
    }

    private static List<HostCheck.Finding> check(String unit, String hostKeys, boolean acceptFirst) throws Exception {
        ServiceOnHost service = unit == null
                ? null
                : new ServiceOnHost(
                        "/opt/shop",
                        new ServiceManager.Systemd(List.of(unit)),
                        "test",
                        null,
                        null,
                        ServiceOnHost.LEASE);
        try (SshCredential key = new SshCredential(
                "deploy-key", Files.readString(fleet.identityFile()).toCharArray(), null)) {
            return new HostCheck(
                            new TrileadClient(),
                            fleet.user(),
                            null,
                            key,
                            hostKeys,
                            "host keys",
                            acceptFirst,
                            Duration.ofSeconds(30),
                            service)
                    .of(fleet.hosts().subList(0, 2).stream()
                            .map(host -> new Host(host.name(), host.address(), host.port()))
                            .toList());
        }
    }

    private static void root(String command) {
        fleet.exec(fleet.host(2), "sh", "-c", command);
    }
}
