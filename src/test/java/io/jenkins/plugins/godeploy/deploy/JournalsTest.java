package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.deploy.Journals.HostJournal;
import io.jenkins.plugins.godeploy.history.JournalHistory;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** The history as the hosts themselves wrote it down. */
public class JournalsTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(2);

    private final OnFleet on = new OnFleet(fleet);

    @Before
    public void fresh() {
        fleet.resetAll();
    }

    @Test
    public void whatWasDeployedIsToldByTheHosts() throws Exception {
        List<Deployment> done = List.of(on.deploy("1.0.0"), on.deploy("1.1.0"), on.deploy("1.3.0"), on.rollback(null));

        List<Deployment> told = rebuild();
        assertEquals(done.stream().map(Deployment::id).toList(), ids(told));
        for (int i = 0; i < done.size(); i++) {
            assertEquals(done.get(i).result(), told.get(i).result());
            assertEquals(done.get(i).kind(), told.get(i).kind());
            assertEquals(done.get(i).release(), told.get(i).release());
            assertEquals(serves(done.get(i)), serves(told.get(i)));
            assertEquals("tester", told.get(i).actor());
        }
        assertEquals(Shop.version("1.0.0").id(), told.get(3).hosts().get(1).serves());
    }

    @Test
    public void aDeploymentThatWasStoppedIsToldSo() throws Exception {
        on.deploy("1.0.0");
        AtomicReference<Deployer> deployer = new AtomicReference<>();
        deployer.set(on.deployer(ServiceOnHost.LEASE, event -> {
            if (event.phase() == Phase.PROVE) {
                deployer.get().stop();
            }
        }));
        Deployment stopped = deployer.get().run(on.request("1.1.0"));

        Deployment told = rebuild().get(1);
        assertEquals(stopped.id(), told.id());
        assertEquals(Result.STOPPED, told.result());
        assertEquals(serves(stopped), serves(told));
    }

    @Test
    public void hostsThatWereNeverDeployedToTellNothing() throws Exception {
        assertEquals(List.of(), rebuild());
    }

    @Test
    public void aHostThatCannotBeReadIsNamedAndTheOthersTell() throws Exception {
        Deployment done = on.deploy("1.0.0");
        fleet.exec(fleet.host(2), "sh", "-c", "chmod 000 /opt/shop/journal.jsonl");

        List<HostJournal> journals = new Journals(on.connector()).read(on.environment());
        assertNull(journals.get(0).problem());
        assertTrue(journals.get(1).problem(), journals.get(1).problem().startsWith("h2: "));
        List<Deployment> told = JournalHistory.rebuild("shop", "test", journals);
        assertEquals(List.of(done.id()), ids(told));
        assertEquals(1, told.get(0).hosts().size());
    }

    private List<Deployment> rebuild() throws InterruptedException {
        return JournalHistory.rebuild("shop", "test", new Journals(on.connector()).read(on.environment()));
    }

    private static List<String> ids(List<Deployment> deployments) {
        return deployments.stream().map(Deployment::id).toList();
    }

    private static List<String> serves(Deployment deployment) {
        return deployment.hosts().stream().map(HostResult::serves).toList();
    }
}
