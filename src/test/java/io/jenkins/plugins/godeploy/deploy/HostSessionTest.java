package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostException;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.HostSession.SwitchException;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import io.jenkins.plugins.godeploy.release.Digests;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** What a host makes of phases that come late, twice, or out of their order. */
public class HostSessionTest {
    @ClassRule
    public static final Fleet fleet = Fleet.require(1);

    private static final String RELEASE = "2.0.0-0123456789ab";

    private final OnFleet on = new OnFleet(fleet);
    private final String old = Shop.version("1.0.0").id();
    private final String good = Shop.version("1.1.0").id();
    private Fleet.Host host;

    @Before
    public void twoReleasesAreThere() throws Exception {
        fleet.resetAll();
        host = fleet.host(1);
        on.deploy("1.1.0");
        on.deploy("1.0.0");
    }

    @Test
    public void filesFromTheFutureAreReceivedLikeOthers() throws Exception {
        try (HostSession session = session(60)) {
            session.look(null, null, true);

            session.receive(RELEASE, false, fromTheFuture("one", "two", "three"), sent -> {});

            assertEquals("SHA256SUMS\none\nthree\ntwo\n", fleet.exec(host, "ls", "/opt/shop/releases/" + RELEASE));
        }
    }

    @Test
    public void aReturnAfterTheWatchersOwnSaysThatItWasTheWatcher() throws Exception {
        try (HostSession session = session(2)) {
            switchAndWaitForTheWatcher(session);

            HostException refusal = assertThrows(HostException.class, () -> session.giveBack(good, "late"));

            assertEquals(refusal.getMessage(), "watcher-returned", refusal.code());
        }
    }

    @Test
    public void aSettleAfterTheWatchersReturnSaysThatItWasTheWatcher() throws Exception {
        try (HostSession session = session(2)) {
            switchAndWaitForTheWatcher(session);

            HostException refusal = assertThrows(
                    HostException.class, () -> session.settle(HostSession.Event.SETTLED, good, good, null, List.of()));

            assertEquals(refusal.getMessage(), "watcher-returned", refusal.code());
        }
    }

    @Test
    public void aSettleWhoseAnswerWasLostMayBeAskedAgain() throws Exception {
        try (HostSession session = session(60);
                HostSession again = session(60)) {
            session.look(good, null, true);
            session.switchTo(good, null);
            again.takeUp(session);
            String head = session.settle(HostSession.Event.SETTLED, good, good, null, List.of());

            assertEquals(head, again.settle(HostSession.Event.SETTLED, good, good, null, List.of()));
        }
    }

    @Test
    public void aReturnWithoutASwitchMovesNothing() throws Exception {
        try (HostSession session = session(60)) {
            session.look(old, null, true);

            HostException refusal = assertThrows(HostException.class, () -> session.giveBack(old, "nothing was sent"));

            assertEquals(refusal.getMessage(), "not-switched", refusal.code());
            on.assertServes("1.0.0");
        }
    }

    @Test
    public void aSwitchThatComesAfterItsOwnReturnIsTooLate() throws Exception {
        try (HostSession session = session(60)) {
            session.look(good, null, true);
            assertThrows(HostException.class, () -> session.giveBack(good, "the connection was lost"));

            SwitchException late = assertThrows(SwitchException.class, () -> session.switchTo(good, null));

            assertFalse(late.getMessage(), late.moved());
            on.assertServes("1.0.0");
        }
    }

    @Test
    public void theJournalIsAChainOfJsonWhoeverDeploysAndWhateverWasTorn() throws Exception {
        fleet.exec(host, "sh", "-c", "printf '{\"seq\":7,\"at\":' >>/opt/shop/journal.jsonl");
        String actor = "O'Brien \"x\",\"token\":99 $(id) `id` %s \\ \n\t\u0001 \u2028 \u00e9";
        try (HostSession session = session("id \"quoted\" \\", actor, 60)) {
            session.look(good, null, true);
            session.switchTo(good, null);
            session.settle(HostSession.Event.SETTLED, good, good, "why \"not\"?\n", List.of());
        }

        List<String> lines =
                fleet.exec(host, "cat", "/opt/shop/journal.jsonl").lines().toList();
        String torn = "{\"seq\":7,\"at\":";
        int at = lines.indexOf(torn);
        assertTrue(lines.toString(), at > 0);
        for (int i = 1; i < lines.size(); i++) {
            if (i != at) {
                JsonNode line = new ObjectMapper().readTree(lines.get(i));
                assertEquals(
                        Digests.sha256((lines.get(i - 1) + "\n").getBytes(StandardCharsets.UTF_8)),
                        line.get("prev").asText());
                assertEquals(i + 1, line.get("seq").asInt());
                assertEquals(
                        i == at + 1 ? "repaired" : line.get("event").asText(),
                        line.get("event").asText());
            }
        }
        assertEquals(
                actor,
                new ObjectMapper()
                        .readTree(lines.get(lines.size() - 1))
                        .get("owner")
                        .asText());
    }

    private void switchAndWaitForTheWatcher(HostSession session) throws Exception {
        session.look(good, null, true);
        session.switchTo(good, null);
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertTrue(on.lock(host), on.lock(host).contains("state free")));
        on.assertServes("1.0.0");
    }

    private HostSession session(int leaseSeconds) throws IOException, InterruptedException {
        return session("test", "tester", leaseSeconds);
    }

    private HostSession session(String id, String actor, int leaseSeconds) throws IOException, InterruptedException {
        Host there = new Host(host.name(), host.address(), host.port());
        ServiceOnHost service = new ServiceOnHost(
                "/opt/shop",
                new ServiceManager.Systemd(List.of("shop.service")),
                id,
                actor,
                null,
                Duration.ofSeconds(leaseSeconds));
        return new HostSession(there, service, on.connector().connect(there));
    }

    private static ByteArrayInputStream fromTheFuture(String... names) throws IOException {
        StringBuilder sums = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] content = new byte[3_000_000];
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (String name : names) {
                add(tar, name, content);
                sums.append(Digests.sha256(content) + "  " + name + "\n");
            }
            add(tar, "SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setModTime(Date.from(Instant.now().plusSeconds(7200)));
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
