package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.release.Target;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** What a host refuses, in one sentence, with nothing changed on any host. */
public class RefusalTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(2);

    private final OnFleet on = new OnFleet(fleet);
    private Fleet.Host second;

    @Before
    public void oneReleaseServes() throws Exception {
        fleet.resetAll();
        second = fleet.host(2);
        on.deploy("1.0.0");
    }

    @Test
    public void aPathThatDoesNotExist() throws Exception {
        fleet.exec(second, "mv", "/opt/shop", "/opt/away");
        String message = refused("1.1.0");
        fleet.exec(second, "mv", "/opt/away", "/opt/shop");

        assertSentence(
                "h2: /opt/shop does not exist; an administrator creates it once: sudo install -d -o deploy /opt/shop.",
                message);
    }

    @Test
    public void aPathThatIsNotWritable() throws Exception {
        fleet.exec(second, "chown", "root", "/opt/shop");
        assertSentence(
                "h2: /opt/shop is not writable for deploy; it has to belong to the deploying user: sudo chown deploy"
                        + " /opt/shop.",
                refused("1.1.0"));
    }

    @Test
    public void aFullDisk() throws Exception {
        fleet.exec(
                second,
                "sh",
                "-c",
                "cp -a /opt/shop /opt/kept && mount -t tmpfs -o size=9m,mode=755,uid=1000 tmpfs /opt/shop && cp -a"
                        + " /opt/kept/. /opt/shop/");
        try {
            String message = refused("1.1.0");
            assertTrue(message, message.startsWith("h2: the disk has ") && message.contains("free some space"));
        } finally {
            fleet.exec(second, "sh", "-c", "umount -l /opt/shop; rm -rf /opt/kept");
        }
    }

    @Test
    public void aDiskThatFillsUpWhileTheReleaseArrives() throws Exception {
        fleet.exec(
                second,
                "sh",
                "-c",
                "mount -t tmpfs -o size=1g,nr_inodes=20,mode=755,uid=1000 tmpfs /opt/shop/releases");
        try {
            fleet.exec(second, "sh", "-c", "for i in $(seq 18); do : >/opt/shop/releases/$i; done");
            String message = refused("1.1.0");
            assertTrue(message, message.startsWith("h2: the disk is full under /opt/shop; free some space"));
        } finally {
            fleet.exec(second, "umount", "-l", "/opt/shop/releases");
        }
    }

    @Test
    public void sudoThatIsNotAllowed() throws Exception {
        fleet.exec(second, "sh", "-c", "rm /etc/sudoers.d/*");
        assertSentence(
                "h2: sudo does not let deploy run 'systemctl restart shop.service' without a password; the line for"
                        + " sudoers is: deploy ALL=(root) NOPASSWD: /usr/bin/systemctl restart shop.service.",
                refused("1.1.0"));
    }

    @Test
    public void aUserManagerThatEndsWithTheSession() throws Exception {
        on.with(new ServiceManager.SystemdUser(List.of("shop.service")));
        assertSentence(
                "h1: the systemd of user deploy does not run without a login, and the service would end with it; an"
                        + " administrator keeps it running: sudo loginctl enable-linger deploy.",
                on.deploy("1.1.0").hosts().get(0).message());
    }

    @Test
    public void aUnitThatDoesNotExist() throws Exception {
        on.with(new ServiceManager.Systemd(List.of("shpo.service")));
        assertSentence(
                "h1: there is no unit shpo.service; install it, or correct the environment's units. h2: there is no"
                        + " unit shpo.service; install it, or correct the environment's units.",
                refused("1.1.0"));
    }

    @Test
    public void aUnitThatStartsAnotherProgram() throws Exception {
        fleet.exec(
                second,
                "sh",
                "-c",
                "sed -i 's|^ExecStart=.*|ExecStart=/usr/local/bin/shop -addr :8080|' /etc/systemd/system/shop.service"
                        + " && systemctl daemon-reload");
        assertSentence(
                "h2: shop.service starts /usr/local/bin/shop, which no deployment can change; in"
                        + " /etc/systemd/system/shop.service the line has to be: ExecStart=/opt/shop/current/shop"
                        + " -addr :8080.",
                refused("1.1.0"));
    }

    @Test
    public void aCurrentThatIsARealFolder() throws Exception {
        fleet.exec(
                second, "sh", "-c", "cd /opt/shop && target=$(readlink current) && rm current && mv $target current");
        assertSentence(
                "h2: /opt/shop/current is a file or folder; it has to be a symbolic link of ours, so move it away.",
                refused("1.1.0"));
    }

    @Test
    public void aCurrentThatLeadsElsewhere() throws Exception {
        fleet.exec(
                second,
                "sh",
                "-c",
                "cd /opt/shop && mv $(readlink current) by-hand && ln -sfn /opt/shop/by-hand current");
        assertSentence(
                "h2: /opt/shop/current leads to /opt/shop/by-hand, where it could not be put back after a failure; move"
                        + " that folder to /opt/shop/releases/NAME and let current lead to releases/NAME.",
                refused("1.1.0"));
    }

    @Test
    public void aJournalThatCannotBeWritten() throws Exception {
        fleet.exec(second, "chown", "root", "/opt/shop/journal.jsonl");

        Deployment deployment = on.deploy("1.1.0");

        assertEquals(
                "h2: /opt/shop/journal.jsonl cannot be written; see whether the disk is full and to whom the file"
                        + " belongs.",
                deployment.hosts().get(1).message());
        on.assertServes("1.0.0");
    }

    @Test
    public void aUnitThatStartsNoProgram() throws Exception {
        fleet.hosts()
                .forEach(host -> fleet.exec(
                        host,
                        "sh",
                        "-c",
                        "printf '[Service]\\nType=oneshot\\nRemainAfterExit=yes\\nExecStop=/bin/true\\n'"
                                + " >/run/systemd/system/shop-data.service && systemctl daemon-reload"));
        on.with(new ServiceManager.Systemd(List.of("shop.service", "shop-data.service")));

        String message = refused("1.1.0");

        assertTrue(
                message,
                message.contains("h2: shop-data.service starts no program; name only the units that run the release."));
    }

    @Test
    public void anArtifactThatIsNotWhatWasBuilt() throws Exception {
        Shop.Built built = Shop.version("1.1.0");
        Path other = Files.createTempDirectory("dist");
        for (Path file : Files.list(built.dist()).toList()) {
            Files.write(other.resolve(file.getFileName()), new byte[] {1, 2, 3});
        }

        Deployment deployment = on.deployer()
                .run(DeployRequest.deploy(
                        UUID.randomUUID().toString(), "shop", on.environment(), built.release(), other, null, null));

        assertEquals(deployment.message(), Result.REFUSED, deployment.result());
        on.assertServes("1.0.0");
    }

    @Test
    public void aPlatformThatNothingWasBuiltFor() throws Exception {
        Shop.Built arm = Shop.version("1.1.0", Target.parse("linux/arm64"));
        Deployment deployment = on.deployer()
                .run(DeployRequest.deploy(
                        UUID.randomUUID().toString(), "shop", on.environment(), arm.release(), arm.dist(), null, null));

        assertEquals(Result.REFUSED, deployment.result());
        assertSentence(
                "h1: Release " + arm.id() + " has no artifact for linux/amd64; it was built for linux/arm64.",
                deployment.hosts().get(0).message());
        on.assertServes("1.0.0");
    }

    @Test
    public void twoDeploymentsAtOnce() throws Exception {
        fleet.exec(
                second,
                "sh",
                "-c",
                "cd /opt/shop && read -r up rest </proc/uptime && printf 'token 41\\nstate held\\nboot %s\\nexpires"
                        + " %s\\ndeployment other\\nowner alice\\nurl https://ci/7\\n' $(cat"
                        + " /proc/sys/kernel/random/boot_id) $((${up%.*} + 100)) >lock && chown deploy lock");

        String message = refused("1.1.0");

        assertTrue(
                message,
                message.matches(
                        "h2: another deployment is at work there, by alice \\(https://ci/7\\); try again when it"
                                + " has ended, its lock expires in [0-9]+ s\\."));
        assertTrue("the other's lock is left alone", on.lock(second).contains("token 41\nstate held"));
    }

    @Test
    public void anExpiredLockIsTakenOver() throws Exception {
        fleet.exec(
                second,
                "sh",
                "-c",
                "cd /opt/shop && printf 'token 41\\nstate held\\nboot %s\\nexpires 1\\ndeployment other\\nowner"
                        + " alice\\nurl \\n' $(cat /proc/sys/kernel/random/boot_id) >lock && chown deploy lock");

        assertEquals(Result.SUCCEEDED, on.deploy("1.1.0").result());

        assertTrue(on.lock(second), on.lock(second).contains("token 42"));
    }

    @Test
    public void aRollbackWithNothingToGoBackTo() throws Exception {
        Deployment deployment = on.rollback(null);

        assertEquals(Result.REFUSED, deployment.result());
        assertTrue(
                deployment.message(),
                deployment.message().startsWith("h1: there is no good release before the current one to go back to"));
    }

    @Test
    public void aRollbackToWhatIsNotThere() throws Exception {
        Deployment deployment = on.rollback("9.9.9");

        assertEquals(Result.REFUSED, deployment.result());
        assertSentence(
                "There is no release '9.9.9'; there are "
                        + Shop.version("1.0.0").id() + ".",
                deployment.message());
    }

    private String refused(String version) throws Exception {
        Deployment deployment = on.deploy(version);
        assertEquals(deployment.message(), Result.REFUSED, deployment.result());
        on.assertServes(fleet.host(1), "1.0.0");
        return deployment.message();
    }

    private static void assertSentence(String expected, String message) {
        assertEquals(expected, message);
    }
}
