package io.jenkins.plugins.godeploy.deploy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.testing.Shop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is done to deployments on purpose, by name. */
final class Faults {
    private final Map<String, Trial.Fault> faults = new LinkedHashMap<>();

    private Faults() {
        deployer();
        hosts();
        network();
        disk();
        service();
        health();
        control();
        others();
    }

    static Map<String, Trial.Fault> all() {
        return new Faults().faults;
    }

    private void add(String name, Trial.Fault fault) {
        if (faults.put(name, fault) != null) {
            throw new IllegalStateException(name + " is there twice");
        }
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase();
    }

    /** Where a host is to be met on its way back, it has to fail before. */
    private static void returns(Trial trial, Phase phase) {
        if (phase == Phase.RETURN) {
            breaks(trial);
        }
    }

    /** 1.1.0 does not start on the victim until the fault is over. */
    private static void breaks(Trial trial) {
        trial.on.breakOn(trial.victim(), "1.1.0");
        trial.afterwards(() -> trial.root("rm /run/systemd/system/shop.service.d/fault.conf; systemctl daemon-reload;"
                + " systemctl reset-failed shop.service; systemctl start shop.service"));
    }

    private void deployer() {
        for (String strategy : List.of("allAtOnce", "rollingUpdate", "canary")) {
            for (Phase phase : Phase.values()) {
                add("deployer-killed-in-" + word(phase) + "-of-" + strategy, trial -> {
                    returns(trial, phase);
                    DeployerProcess.killIn(strategy, trial.fleet, trial.victim(), phase);
                });
            }
        }
        add("deployer-stopped-in-prove", trial -> {
            Deployer[] deployer = new Deployer[1];
            deployer[0] = trial.on.deployer(Trial.LEASE, event -> {
                if (event.phase() == Phase.PROVE) {
                    deployer[0].stop();
                }
            });
            assertEquals(
                    Result.STOPPED, deployer[0].run(trial.on.request("1.1.0")).result());
        });
    }

    private void hosts() {
        for (Phase phase : Phase.values()) {
            add("plug-pulled-in-" + word(phase), trial -> {
                returns(trial, phase);
                trial.afterwards(() -> trial.fleet.start(trial.victim()));
                trial.deploy("1.1.0", phase, () -> trial.fleet.kill(trial.victim()));
            });
        }
        add("host-reboots-after-the-deployer-died", trial -> {
            DeployerProcess.killIn("allAtOnce", trial.fleet, trial.victim(), Phase.PROVE);
            trial.fleet.kill(trial.victim());
            trial.fleet.start(trial.victim());
        });
        add("all-hosts-lose-power-in-prove", trial -> {
            trial.on.with(new Strategy.AllAtOnce());
            trial.afterwards(() -> trial.fleet.hosts().forEach(trial.fleet::start));
            trial.deploy("1.1.0", Phase.PROVE, () -> trial.fleet.hosts().forEach(trial.fleet::kill));
        });
        for (Phase phase : List.of(Phase.SEND, Phase.SWITCH, Phase.PROVE)) {
            add("sshd-restarts-in-" + word(phase), trial -> {
                trial.deploy("1.1.0", phase, () -> trial.root("systemctl restart ssh"));
                trial.expect(Result.SUCCEEDED, Result.RETURNED, Result.REFUSED);
            });
            add("connections-killed-in-" + word(phase), trial -> {
                trial.deploy("1.1.0", phase, () -> trial.root("pkill -KILL -u deploy sshd || true"));
            });
        }
        add("one-host-is-off-from-the-start", trial -> {
            trial.fleet.kill(trial.victim());
            trial.afterwards(() -> trial.fleet.start(trial.victim()));
            assertEquals(Result.REFUSED, trial.deploy("1.1.0").result());
        });
        add("all-hosts-are-off-from-the-start", trial -> {
            trial.fleet.hosts().forEach(trial.fleet::kill);
            trial.afterwards(() -> trial.fleet.hosts().forEach(trial.fleet::start));
            assertEquals(Result.REFUSED, trial.deploy("1.1.0").result());
        });
        add("one-host-is-silent-from-the-start", trial -> {
            trial.fleet.cut(trial.victim());
            trial.afterwards(() -> trial.fleet.mend(trial.victim()));
            assertEquals(Result.REFUSED, trial.deploy("1.1.0").result());
        });
    }

    private void network() {
        for (Phase phase : Phase.values()) {
            add("network-drops-in-" + word(phase), trial -> {
                returns(trial, phase);
                trial.afterwards(() -> trial.fleet.mend(trial.victim()));
                trial.deploy("1.1.0", phase, () -> trial.fleet.cut(trial.victim()));
            });
        }
        add("network-drops-for-three-seconds-in-prove", trial -> {
            trial.deploy("1.1.0", Phase.PROVE, () -> {
                trial.fleet.cut(trial.victim());
                sleep(3);
                trial.fleet.mend(trial.victim());
            });
        });
        add("a-connection-that-never-answers", trial -> {
            trial.root("pkill -STOP -o -x sshd");
            trial.afterwards(() -> trial.root("pkill -CONT -o -x sshd"));
            assertEquals(Result.REFUSED, trial.deploy("1.1.0").result());
        });
    }

    private void disk() {
        for (Phase phase : List.of(Phase.LOOK, Phase.SEND, Phase.SWITCH, Phase.PROVE)) {
            add("disk-full-in-" + word(phase), trial -> {
                smallDisk(trial, "size=40m");
                trial.deploy(
                        "1.1.0",
                        phase,
                        () -> trial.root("cd /opt/shop && (cat /dev/zero >filler) 2>/dev/null || true"));
            });
            add("inodes-full-in-" + word(phase), trial -> {
                smallDisk(trial, "size=40m,nr_inodes=60");
                trial.deploy(
                        "1.1.0",
                        phase,
                        () -> trial.root(
                                "cd /opt/shop && (i=0; while : >filler$i; do i=$((i+1)); done) 2>/dev/null || true"));
            });
            add("filesystem-read-only-in-" + word(phase), trial -> {
                smallDisk(trial, "size=40m");
                trial.deploy("1.1.0", phase, () -> trial.root("mount -o remount,ro /opt/shop"));
            });
        }
        add("release-folder-tampered-with", trial -> {
            trial.on.deploy("1.1.0");
            trial.on.rollback("1.0.0");
            trial.root(
                    "cd /opt/shop/releases/" + Shop.version("1.1.0").id() + " && cp shop s && echo x >>s && mv s shop");
            trial.deploy("1.1.0");
            trial.expect(Result.SUCCEEDED, Result.REFUSED);
        });
        add("a-half-sent-release-lies-there", trial -> {
            String folder = "/opt/shop/releases/" + Shop.version("1.1.0").id();
            trial.root("mkdir " + folder + " && echo half >" + folder + "/shop && chown -R deploy " + folder);
            trial.deploy("1.1.0");
            trial.expect(Result.SUCCEEDED, Result.REFUSED);
        });
        add("journal-torn", trial -> {
            trial.root("printf '{\"seq\":3,\"at\":' >>/opt/shop/journal.jsonl");
            assertEquals(Result.SUCCEEDED, trial.deploy("1.1.0").result());
        });
        add("lock-file-torn", trial -> {
            trial.root("printf 'tok' >/opt/shop/lock");
            trial.deploy("1.1.0");
        });
    }

    /** The victim's service folder on a small filesystem of its own, with what was in it. */
    private static void smallDisk(Trial trial, String options) {
        trial.root("mkdir /tmp/keep && cp -a /opt/shop/. /tmp/keep && mount -t tmpfs -o " + options
                + " tmpfs /opt/shop && cp -a /tmp/keep/. /opt/shop && chown deploy:deploy /opt/shop");
        trial.afterwards(() -> trial.root("mount -o remount,rw /opt/shop; rm -rf /opt/shop/filler* /tmp/keep"));
    }

    private void service() {
        add("old-process-ignores-sigterm", trial -> {
            trial.unit("KillSignal=SIGCONT\\nTimeoutStopSec=3");
            assertEquals(Result.SUCCEEDED, trial.deploy("1.1.0").result());
        });
        add("old-process-goes-on-running", trial -> {
            trial.unit("KillMode=none");
            trial.afterwards(() -> trial.root("systemctl stop shop.service; pkill -KILL -u shop; systemctl reset-failed"
                    + " shop.service; systemctl start shop.service"));
            trial.deploy("1.1.0");
        });
        add("start-takes-three-seconds", trial -> {
            trial.unit("ExecStartPre=/bin/sleep 3");
            assertEquals(Result.SUCCEEDED, trial.deploy("1.1.0").result());
        });
        add("start-never-ends", trial -> {
            trial.unit("ExecStartPre=/bin/sh -c 'readlink /opt/shop/current | grep -q 1.0.0 || sleep 1000'\\n"
                    + "TimeoutStartSec=5");
            trial.deploy("1.1.0");
            trial.expect(Result.RETURNED);
        });
        add("crashes-at-once", trial -> {
            trial.deploy("1.3.0");
            trial.expect(Result.RETURNED);
        });
        add("crashes-on-one-host", trial -> {
            breaks(trial);
            trial.deploy("1.1.0");
            trial.expect(Result.RETURNED);
        });
        add("crashes-a-second-after-it-was-healthy", trial -> {
            trial.unit("ExecStartPost=/bin/sh -c 'readlink /opt/shop/current | grep -q 1.0.0 || "
                    + "setsid sh -c \"sleep 1.2; kill -KILL $MAINPID\" >/dev/null 2>&1 &'");
            trial.deploy("1.1.0");
            trial.expect(Result.RETURNED);
        });
        add("port-taken", trial -> {
            trial.unit("ExecStartPre=/bin/sh -c 'readlink /opt/shop/current | grep -q 1.0.0 || "
                    + "{ setsid python3 -m http.server 8080 >/dev/null 2>&1 & sleep 1; }'");
            trial.deploy("1.1.0");
            trial.expect(Result.RETURNED);
        });
        add("unit-masked", trial -> {
            trial.root("systemctl mask --runtime shop.service");
            trial.afterwards(() -> trial.root("systemctl unmask --runtime shop.service; systemctl start shop.service"));
            trial.deploy("1.1.0");
        });
        add("unit-masked-in-switch", trial -> {
            trial.afterwards(() -> trial.root("systemctl unmask --runtime shop.service; systemctl start shop.service"));
            trial.deploy("1.1.0", Phase.SWITCH, () -> trial.root("systemctl mask --runtime shop.service"));
        });
        add("start-limit-hit", trial -> {
            trial.root("for i in 1 2 3 4 5 6 7; do systemctl restart shop.service; done; true");
            assertEquals(Result.SUCCEEDED, trial.deploy("1.1.0").result());
        });
        add("service-was-stopped-before", trial -> {
            trial.root("systemctl stop shop.service");
            assertEquals(Result.SUCCEEDED, trial.deploy("1.1.0").result());
        });
        add("restarted-by-somebody-in-prove", trial -> {
            trial.deploy("1.1.0", Phase.PROVE, () -> trial.root("systemctl restart shop.service"));
        });
        add("clock-an-hour-ahead", trial -> {
            trial.root("printf '#!/bin/sh\\nexec /usr/bin/date -d \"1 hour\" \"$@\"\\n' >/usr/local/bin/date;"
                    + " chmod 755 /usr/local/bin/date");
            trial.afterwards(() -> trial.root("rm /usr/local/bin/date"));
            assertEquals(Result.SUCCEEDED, trial.deploy("1.1.0").result());
        });
        add("clock-an-hour-behind", trial -> {
            trial.root("printf '#!/bin/sh\\nexec /usr/bin/date -d \"1 hour ago\" \"$@\"\\n' >/usr/local/bin/date;"
                    + " chmod 755 /usr/local/bin/date");
            trial.afterwards(() -> trial.root("rm /usr/local/bin/date"));
            assertEquals(Result.SUCCEEDED, trial.deploy("1.1.0").result());
        });
    }

    private void health() {
        add("unhealthy", trial -> {
            trial.deploy("1.2.0");
            trial.expect(Result.RETURNED);
        });
        add("unhealthy-all-at-once", trial -> {
            trial.on.with(new Strategy.AllAtOnce());
            trial.deploy("1.2.0");
            trial.expect(Result.RETURNED);
        });
        add("unhealthy-canary", trial -> {
            trial.on.with(DeployerProcess.strategy("canary"));
            trial.deploy("1.2.0");
            trial.expect(Result.RETURNED);
        });
        add("health-flaps", trial -> {
            health(trial, "test $(($(date +%s) % 2)) = 0");
            trial.deploy("1.1.0");
        });
        add("health-lies-on-one-host", trial -> {
            health(
                    trial,
                    "test \"$(hostname)\" != " + trial.victim().name() + " || readlink /opt/shop/current | grep -q"
                            + " 1.0.0");
            trial.deploy("1.1.0");
            trial.expect(Result.RETURNED);
        });
        add("health-hangs", trial -> {
            health(trial, "readlink /opt/shop/current | grep -q 1.0.0 || sleep 1000");
            trial.deploy("1.1.0");
            trial.expect(Result.RETURNED);
        });
        add("health-fails-for-the-old-release-too", trial -> {
            health(trial, "false");
            trial.deploy("1.1.0");
            trial.expect(Result.FAILED, Result.RETURNED);
        });
    }

    private static void health(Trial trial, String command) {
        trial.on.with(new HealthCheck.Command(command, OnFleet.QUICK));
        trial.afterwards(() -> trial.on.with(new HealthCheck.Http("http://localhost:8080/healthz", 0, OnFleet.QUICK)));
    }

    private void control() {
        for (Phase phase : List.of(Phase.LOOK, Phase.SEND, Phase.SWITCH, Phase.PROVE)) {
            add("sudo-revoked-in-" + word(phase), trial -> {
                trial.on.with(new Strategy.AllAtOnce());
                trial.afterwards(() -> trial.root("mv /root/deploy /etc/sudoers.d/; systemctl restart shop.service"));
                // Proved, a host needs no more rights; unhealthy, it needs them for the way back
                trial.deploy(
                        phase == Phase.PROVE ? "1.2.0" : "1.1.0",
                        phase,
                        () -> trial.root("mv /etc/sudoers.d/deploy /root/"));
            });
        }
    }

    private void others() {
        add("two-deployers-race", trial -> {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                Future<Deployment> one = pool.submit(() -> trial.on.deploy("1.1.0"));
                Future<Deployment> other = pool.submit(() -> trial.on.deploy("1.1.0"));
                List<Result> results = List.of(one.get().result(), other.get().result());
                assertTrue(results.toString(), results.contains(Result.SUCCEEDED) || results.contains(Result.REFUSED));
            } finally {
                pool.shutdownNow();
            }
        });
        add("a-stale-lock", trial -> {
            Mortal mortal = new Mortal(trial.on.connector());
            new Thread(() -> {
                        try {
                            new Deployer(
                                            mortal,
                                            event -> {
                                                if (event.phase() == Phase.SEND) {
                                                    mortal.die();
                                                }
                                            },
                                            Trial.LEASE)
                                    .run(trial.on.request("1.1.0"));
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .start();
            mortal.awaitDeath();
        });
        add("lock-taken-by-another-while-paused", trial -> {
            trial.on.with(new Strategy.RollingUpdate("1", 0, Duration.ofSeconds(4)));
            trial.deploy("1.1.0", Phase.SEND, () -> trial.root("sed -i 's/^token .*/token 99999/' /opt/shop/lock"));
            trial.root("rm -f /opt/shop/lock");
        });
    }

    private static void sleep(int seconds) {
        try {
            Thread.sleep(seconds * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
