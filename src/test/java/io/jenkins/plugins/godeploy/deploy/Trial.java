package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.shell.Shell;
import io.jenkins.plugins.godeploy.testing.Eventually;
import io.jenkins.plugins.godeploy.testing.Fleet;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One fault on hosts that serve 1.0.0. Whatever happens, in the end every host serves exactly one release that was proved
 * good, the record says which, and deploying again succeeds.
 */
final class Trial {
    static final Duration LEASE = Duration.ofSeconds(6);
    /** A lease, the time of a switch, and a reboot. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final List<String> GOOD = List.of("1.0.0", "1.1.0");

    final Fleet fleet;
    final OnFleet on;
    private final Deque<Runnable> repairs = new ArrayDeque<>();
    private Deployment record;

    /** What happens in a trial. */
    interface Fault {
        void happens(Trial trial) throws Exception;
    }

    Trial(Fleet fleet) {
        this.fleet = fleet;
        this.on = new OnFleet(fleet);
    }

    /** @throws AssertionError that says what was lost */
    void run(Fault fault) throws Exception {
        fleet.resetAll();
        try {
            on.with(new Strategy.AllAtOnce());
            assertEquals(Result.SUCCEEDED, on.deploy("1.0.0").result());
            on.with(new Strategy.RollingUpdate("1", 0, Duration.ZERO));
            fault.happens(this);
        } finally {
            repair();
        }
        Eventually.within(PATIENCE, () -> fleet.hosts().forEach(this::servesOneGoodRelease));
        recordIsTrue();
        Eventually.within(PATIENCE, () -> {
            Deployment again = on.deploy("1.1.0");
            assertEquals("running it again: " + again.message(), Result.SUCCEEDED, again.result());
        });
        fleet.hosts().forEach(host -> {
            assertEquals("after running it again " + host.name(), "1.1.0", servesOneGoodRelease(host));
            assertTrue(on.lock(host), on.lock(host).contains("state free"));
        });
    }

    /** Something to do when the fault is over, the last first. */
    void afterwards(Runnable repair) {
        repairs.push(repair);
    }

    void repair() {
        while (!repairs.isEmpty()) {
            repairs.pop().run();
        }
    }

    /** The host to which things happen: neither the first nor the last of three. */
    Fleet.Host victim() {
        return fleet.host(2);
    }

    String root(String script) {
        return root(victim(), script);
    }

    String root(Fleet.Host host, String script) {
        return fleet.exec(host, "sh", "-c", script);
    }

    /** A line for the section {@code [Service]} of the victim's unit, until the fault is over. */
    void unit(String lines) {
        String folder = "/run/systemd/system/shop.service.d";
        root("mkdir -p " + folder + " && printf '[Service]\\n%b\\n' " + Shell.quote(lines) + " >" + folder
                + "/trial.conf && systemctl daemon-reload");
        afterwards(() -> root("rm -f " + folder + "/trial.conf && systemctl daemon-reload"));
    }

    /** What deploys; its result is the record that has to be true. */
    Deployment deploy(String version) throws InterruptedException {
        record = on.deployer(LEASE, event -> {}).run(on.request(version));
        return record;
    }

    /** As {@link #deploy}; once, when the victim is in a phase, something happens. */
    Deployment deploy(String version, Phase phase, Runnable happens) throws InterruptedException {
        AtomicBoolean happened = new AtomicBoolean();
        record = on.deployer(LEASE, event -> {
                    if (event.phase() == phase
                            && victim().name().equals(event.host())
                            && happened.compareAndSet(false, true)) {
                        // Not on this thread, which the deployment may interrupt
                        CompletableFuture.runAsync(happens).join();
                    }
                })
                .run(on.request(version));
        assertTrue("the victim never came to " + phase, happened.get());
        return record;
    }

    void expect(Result... results) {
        assertTrue(
                "it ended " + record.result() + ": " + record.message(),
                List.of(results).contains(record.result()));
    }

    /** The version that a host serves; it is one of the good ones, whole, and what runs is its program. */
    String servesOneGoodRelease(Fleet.Host host) {
        String told = root(
                host,
                "exec 2>&1; cd /opt/shop && id=$(readlink current) && cd \"$id\" && sha256sum -c --quiet SHA256SUMS"
                        + " && pid=$(systemctl show -p MainPID --value shop.service)"
                        + " && [ \"$(sha256sum </proc/$pid/exe)\" = \"$(sha256sum <shop)\" ]"
                        + " && printf '%s\\n' \"$id\" && curl -s -m 5 http://localhost:8080/version || echo broken");
        String version = GOOD.stream()
                .filter(each -> told.startsWith("releases/" + Shop.version(each).id() + "\n"))
                .findFirst()
                .orElse(null);
        assertTrue(
                host.name() + " serves no good release: " + told,
                version != null && told.contains("\"version\":\"" + version + "\""));
        return version;
    }

    /** What the record says of a host is so; where it knows nothing it says nothing. */
    private void recordIsTrue() {
        if (record == null) {
            return;
        }
        for (HostResult host : record.hosts()) {
            Fleet.Host real = fleet.hosts().stream()
                    .filter(each -> each.name().equals(host.host()))
                    .findFirst()
                    .orElseThrow();
            String serves = Shop.version(servesOneGoodRelease(real)).id();
            if (host.serves() != null) {
                assertEquals("the record of " + host.host(), serves, host.serves());
            }
            if (host.result() == Result.SUCCEEDED) {
                assertEquals("the record of " + host.host(), record.release(), serves);
            }
        }
        assertEquals(
                "the record as a whole",
                record.result() == Result.SUCCEEDED,
                record.hosts().stream().allMatch(host -> host.result() == Result.SUCCEEDED));
    }
}
