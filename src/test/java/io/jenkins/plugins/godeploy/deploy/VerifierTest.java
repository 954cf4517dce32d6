package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Hosts that are no longer as they were left. */
public class VerifierTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(2);

    private final OnFleet on = new OnFleet(fleet);
    private String before;
    private String current;
    private final Map<String, String> heads = new HashMap<>();

    @Before
    public void twoReleases() throws Exception {
        fleet.resetAll();
        on.deploy("1.0.0");
        for (HostResult host : on.deploy("1.1.0").hosts()) {
            heads.put(host.host(), host.journalHead());
        }
        before = Shop.version("1.0.0").id();
        current = Shop.version("1.1.0").id();
    }

    @Test
    public void hostsThatAreAsTheyWereLeftAreClean() throws Exception {
        assertFindings();
    }

    @Test
    public void hostsThatWereReturnedAreClean() throws Exception {
        on.deploy("1.3.0");

        assertFindings();
    }

    @Test
    public void aServiceThatWasRestartedByHand() throws Exception {
        root("systemctl restart shop.service");

        assertFindings("h2: the service was restarted since its process was proved.");
    }

    @Test
    public void aServiceThatWasStopped() throws Exception {
        root("systemctl stop shop.service");

        assertFindings("h2: the service is not active any more.");
    }

    @Test
    public void aProgramThatWasReplaced() throws Exception {
        root("cp /opt/shop/releases/" + before + "/shop /tmp/shop && mv /tmp/shop /opt/shop/current/shop");

        assertFindings("h2: the files under current are not those of the release.");
    }

    @Test
    public void aCurrentThatWasMovedByHand() throws Exception {
        root("ln -sfn releases/" + before + " /opt/shop/current");

        assertFindings(
                "h2: current names " + before + ", and the journal has " + current
                        + " as the last that was proved good there.",
                "h2: current names " + before + ", and the history has " + current + " as the last that was deployed.",
                "h2: the service was restarted since its process was proved.");
    }

    @Test
    public void aJournalLineThatWasEdited() throws Exception {
        root("sed -i '2s/tester/nobody/' /opt/shop/journal.jsonl");

        assertFindings("h2: line 3 of its journal does not follow from the one before, so one of them was changed or is"
                + " missing.");
    }

    @Test
    public void aJournalLineThatWasRemoved() throws Exception {
        root("sed -i 2d /opt/shop/journal.jsonl");

        assertFindings("h2: line 3 of its journal does not follow from the one before, so one of them was changed or is"
                + " missing.");
    }

    /** Each line follows from the one before, and yet it is not what was written then. */
    @Test
    public void aJournalThatWasWrittenAnew() throws Exception {
        root("cd /opt/shop && sed 's/tester/nobody/' journal.jsonl | {"
                + " prev=; while read -r line; do"
                + " line=$(printf '%s' \"$line\" | sed \"s/\\\"prev\\\":\\\"[0-9a-f]*/\\\"prev\\\":\\\"$prev/\");"
                + " printf '%s\\n' \"$line\"; prev=$(printf '%s\\n' \"$line\" | sha256sum | cut -c 1-64); done; } >new"
                + " && cat new >journal.jsonl && rm new");

        assertFindings("h2: its journal is another one than the history knows; it was written anew or removed.");
    }

    @Test
    public void aHostThatDoesNotAnswer() throws Exception {
        root("chown root /opt/shop");

        assertFindings("h2: /opt/shop is not writable for deploy; it has to belong to the deploying user: sudo chown"
                + " deploy /opt/shop.");
    }

    private void assertFindings(String... findings) throws Exception {
        List<Drift> drifts = new Verifier(on.connector()).verify(on.environment(), current, heads);
        assertEquals(List.of(), drifts.get(0).findings());
        assertEquals(List.of(findings), drifts.get(1).findings());
    }

    private void root(String script) {
        fleet.exec(fleet.host(2), "sh", "-c", script);
    }
}
