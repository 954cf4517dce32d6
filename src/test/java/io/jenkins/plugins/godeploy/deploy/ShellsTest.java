package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.testing.Fleet;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** The same scripts on every shell and userland that hosts have. */
public class ShellsTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    private final OnFleet on = new OnFleet(fleet);
    private Fleet.Host host;

    @Before
    public void pristine() {
        fleet.resetAll();
        host = fleet.host(1);
    }

    @After
    public void bashAgain() {
        root("usermod -s /bin/bash deploy; rm -rf /usr/local/busybox");
    }

    @Test
    public void dashAsLoginShell() throws Exception {
        root("usermod -s /bin/dash deploy");
        assertMainJob();
    }

    @Test
    public void bashWithAStartUpFileThatTalks() throws Exception {
        root("printf '%s\\n' 'echo Welcome to h1' 'echo careful >&2' 'printf \"no line break\"' 'alias mv=\"mv -i\"' "
                + ">/home/deploy/.bashrc; cp /home/deploy/.bashrc /home/deploy/.profile");
        assertMainJob();
    }

    @Test
    public void busyboxForEverythingThatItHas() throws Exception {
        root("mkdir -p /usr/local/busybox && busybox --install -s /usr/local/busybox");
        on.sshd("SetEnv PATH=/usr/local/busybox:/usr/bin:/bin");
        assertEquals(
                "/usr/local/busybox/sh /usr/local/busybox/mv",
                on.ssh("printf '%s %s' \"$(command -v sh)\" \"$(command -v mv)\""));
        assertMainJob();
    }

    @Test
    public void aHostWithoutFlock() throws Exception {
        root("mv /usr/bin/flock /usr/bin/flock.away");
        try {
            assertMainJob();
        } finally {
            root("mv /usr/bin/flock.away /usr/bin/flock");
        }
    }

    /** A first deployment, an update, a release that is taken back, and a rollback. */
    private void assertMainJob() throws Exception {
        assertResult(Result.SUCCEEDED, on.deploy("1.0.0"));
        assertResult(Result.SUCCEEDED, on.deploy("1.1.0"));
        assertResult(Result.RETURNED, on.deploy("1.2.0"));
        on.assertServes("1.1.0");
        assertResult(Result.SUCCEEDED, on.rollback(null));
        on.assertServes("1.0.0");
    }

    private static void assertResult(Result expected, Deployment deployment) {
        assertEquals(deployment.message(), expected, deployment.result());
    }

    private void root(String script) {
        fleet.exec(host, "sh", "-c", script);
    }
}
