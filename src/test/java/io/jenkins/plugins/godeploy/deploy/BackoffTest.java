package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.util.EnumSet;
import java.util.TreeSet;
import org.junit.Test;

public class BackoffTest {
    @Test
    public void onlyALostConnectionIsTriedAgain() {
        assertTrue(new SshException(Reason.CONNECTION, "reset").mayPass());
        for (Reason reason : EnumSet.complementOf(EnumSet.of(Reason.CONNECTION))) {
            assertFalse(reason.name(), new SshException(reason, "no").mayPass());
        }
    }

    @Test
    public void aWaitIsSpreadAroundWhatWasAskedFor() {
        TreeSet<Long> waits = new TreeSet<>();
        for (int i = 0; i < 1000; i++) {
            waits.add(Backoff.jitter(1000));
        }
        assertTrue(waits.toString(), waits.first() >= 500 && waits.last() <= 1500);
        assertTrue(waits.toString(), waits.first() < 700 && waits.last() > 1300);
    }
}
